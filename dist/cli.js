#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key2 of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key2) && key2 !== except)
        __defProp(to, key2, { get: () => from[key2], enumerable: !(desc = __getOwnPropDesc(from, key2)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// node_modules/yaml/dist/nodes/identity.js
var require_identity = __commonJS({
  "node_modules/yaml/dist/nodes/identity.js"(exports) {
    "use strict";
    var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
    var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
    var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
    var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
    var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
    var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
    var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
    var isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
    var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
    var isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
    var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
    var isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
    var isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
    function isCollection(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case MAP:
          case SEQ:
            return true;
        }
      return false;
    }
    function isNode(node) {
      if (node && typeof node === "object")
        switch (node[NODE_TYPE]) {
          case ALIAS:
          case MAP:
          case SCALAR:
          case SEQ:
            return true;
        }
      return false;
    }
    var hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
    exports.ALIAS = ALIAS;
    exports.DOC = DOC;
    exports.MAP = MAP;
    exports.NODE_TYPE = NODE_TYPE;
    exports.PAIR = PAIR;
    exports.SCALAR = SCALAR;
    exports.SEQ = SEQ;
    exports.hasAnchor = hasAnchor;
    exports.isAlias = isAlias;
    exports.isCollection = isCollection;
    exports.isDocument = isDocument;
    exports.isMap = isMap;
    exports.isNode = isNode;
    exports.isPair = isPair;
    exports.isScalar = isScalar;
    exports.isSeq = isSeq;
  }
});

// node_modules/yaml/dist/visit.js
var require_visit = __commonJS({
  "node_modules/yaml/dist/visit.js"(exports) {
    "use strict";
    var identity = require_identity();
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove node");
    function visit(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        visit_(null, node, visitor_, Object.freeze([]));
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    function visit_(key2, node, visitor, path2) {
      const ctrl = callVisitor(key2, node, visitor, path2);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key2, path2, ctrl);
        return visit_(key2, ctrl, visitor, path2);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path2 = Object.freeze(path2.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = visit_(i, node.items[i], visitor, path2);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path2 = Object.freeze(path2.concat(node));
          const ck = visit_("key", node.key, visitor, path2);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = visit_("value", node.value, visitor, path2);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    async function visitAsync(node, visitor) {
      const visitor_ = initVisitor(visitor);
      if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
          node.contents = null;
      } else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
    }
    visitAsync.BREAK = BREAK;
    visitAsync.SKIP = SKIP;
    visitAsync.REMOVE = REMOVE;
    async function visitAsync_(key2, node, visitor, path2) {
      const ctrl = await callVisitor(key2, node, visitor, path2);
      if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key2, path2, ctrl);
        return visitAsync_(key2, ctrl, visitor, path2);
      }
      if (typeof ctrl !== "symbol") {
        if (identity.isCollection(node)) {
          path2 = Object.freeze(path2.concat(node));
          for (let i = 0; i < node.items.length; ++i) {
            const ci = await visitAsync_(i, node.items[i], visitor, path2);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              node.items.splice(i, 1);
              i -= 1;
            }
          }
        } else if (identity.isPair(node)) {
          path2 = Object.freeze(path2.concat(node));
          const ck = await visitAsync_("key", node.key, visitor, path2);
          if (ck === BREAK)
            return BREAK;
          else if (ck === REMOVE)
            node.key = null;
          const cv = await visitAsync_("value", node.value, visitor, path2);
          if (cv === BREAK)
            return BREAK;
          else if (cv === REMOVE)
            node.value = null;
        }
      }
      return ctrl;
    }
    function initVisitor(visitor) {
      if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
          Alias: visitor.Node,
          Map: visitor.Node,
          Scalar: visitor.Node,
          Seq: visitor.Node
        }, visitor.Value && {
          Map: visitor.Value,
          Scalar: visitor.Value,
          Seq: visitor.Value
        }, visitor.Collection && {
          Map: visitor.Collection,
          Seq: visitor.Collection
        }, visitor);
      }
      return visitor;
    }
    function callVisitor(key2, node, visitor, path2) {
      if (typeof visitor === "function")
        return visitor(key2, node, path2);
      if (identity.isMap(node))
        return visitor.Map?.(key2, node, path2);
      if (identity.isSeq(node))
        return visitor.Seq?.(key2, node, path2);
      if (identity.isPair(node))
        return visitor.Pair?.(key2, node, path2);
      if (identity.isScalar(node))
        return visitor.Scalar?.(key2, node, path2);
      if (identity.isAlias(node))
        return visitor.Alias?.(key2, node, path2);
      return void 0;
    }
    function replaceNode(key2, path2, node) {
      const parent = path2[path2.length - 1];
      if (identity.isCollection(parent)) {
        parent.items[key2] = node;
      } else if (identity.isPair(parent)) {
        if (key2 === "key")
          parent.key = node;
        else
          parent.value = node;
      } else if (identity.isDocument(parent)) {
        parent.contents = node;
      } else {
        const pt = identity.isAlias(parent) ? "alias" : "scalar";
        throw new Error(`Cannot replace node with ${pt} parent`);
      }
    }
    exports.visit = visit;
    exports.visitAsync = visitAsync;
  }
});

// node_modules/yaml/dist/doc/directives.js
var require_directives = __commonJS({
  "node_modules/yaml/dist/doc/directives.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    var escapeChars = {
      "!": "%21",
      ",": "%2C",
      "[": "%5B",
      "]": "%5D",
      "{": "%7B",
      "}": "%7D"
    };
    var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
    var Directives = class _Directives {
      constructor(yaml, tags) {
        this.docStart = null;
        this.docEnd = false;
        this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, _Directives.defaultTags, tags);
      }
      clone() {
        const copy = new _Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
      }
      /**
       * During parsing, get a Directives instance for the current document and
       * update the stream state according to the current version's spec.
       */
      atDocument() {
        const res = new _Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
          case "1.1":
            this.atNextDocument = true;
            break;
          case "1.2":
            this.atNextDocument = false;
            this.yaml = {
              explicit: _Directives.defaultYaml.explicit,
              version: "1.2"
            };
            this.tags = Object.assign({}, _Directives.defaultTags);
            break;
        }
        return res;
      }
      /**
       * @param onError - May be called even if the action was successful
       * @returns `true` on success
       */
      add(line, onError) {
        if (this.atNextDocument) {
          this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
          this.tags = Object.assign({}, _Directives.defaultTags);
          this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
          case "%TAG": {
            if (parts.length !== 2) {
              onError(0, "%TAG directive should contain exactly two parts");
              if (parts.length < 2)
                return false;
            }
            const [handle, prefix2] = parts;
            this.tags[handle] = prefix2;
            return true;
          }
          case "%YAML": {
            this.yaml.explicit = true;
            if (parts.length !== 1) {
              onError(0, "%YAML directive should contain exactly one part");
              return false;
            }
            const [version] = parts;
            if (version === "1.1" || version === "1.2") {
              this.yaml.version = version;
              return true;
            } else {
              const isValid = /^\d+\.\d+$/.test(version);
              onError(6, `Unsupported YAML version ${version}`, isValid);
              return false;
            }
          }
          default:
            onError(0, `Unknown directive ${name}`, true);
            return false;
        }
      }
      /**
       * Resolves a tag, matching handles to those defined in %TAG directives.
       *
       * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
       *   `'!local'` tag, or `null` if unresolvable.
       */
      tagName(source, onError) {
        if (source === "!")
          return "!";
        if (source[0] !== "!") {
          onError(`Not a valid tag: ${source}`);
          return null;
        }
        if (source[1] === "<") {
          const verbatim = source.slice(2, -1);
          if (verbatim === "!" || verbatim === "!!") {
            onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
            return null;
          }
          if (source[source.length - 1] !== ">")
            onError("Verbatim tags must end with a >");
          return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
          onError(`The ${source} tag has no suffix`);
        const prefix2 = this.tags[handle];
        if (prefix2) {
          try {
            return prefix2 + decodeURIComponent(suffix);
          } catch (error) {
            onError(String(error));
            return null;
          }
        }
        if (handle === "!")
          return source;
        onError(`Could not resolve tag: ${source}`);
        return null;
      }
      /**
       * Given a fully resolved tag, returns its printable string form,
       * taking into account current tag prefixes and defaults.
       */
      tagString(tag) {
        for (const [handle, prefix2] of Object.entries(this.tags)) {
          if (tag.startsWith(prefix2))
            return handle + escapeTagName(tag.substring(prefix2.length));
        }
        return tag[0] === "!" ? tag : `!<${tag}>`;
      }
      toString(doc) {
        const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
          const tags = {};
          visit.visit(doc.contents, (_key, node) => {
            if (identity.isNode(node) && node.tag)
              tags[node.tag] = true;
          });
          tagNames = Object.keys(tags);
        } else
          tagNames = [];
        for (const [handle, prefix2] of tagEntries) {
          if (handle === "!!" && prefix2 === "tag:yaml.org,2002:")
            continue;
          if (!doc || tagNames.some((tn) => tn.startsWith(prefix2)))
            lines.push(`%TAG ${handle} ${prefix2}`);
        }
        return lines.join("\n");
      }
    };
    Directives.defaultYaml = { explicit: false, version: "1.2" };
    Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
    exports.Directives = Directives;
  }
});

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = __commonJS({
  "node_modules/yaml/dist/doc/anchors.js"(exports) {
    "use strict";
    var identity = require_identity();
    var visit = require_visit();
    function anchorIsValid(anchor) {
      if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
      }
      return true;
    }
    function anchorNames(root) {
      const anchors = /* @__PURE__ */ new Set();
      visit.visit(root, {
        Value(_key, node) {
          if (node.anchor)
            anchors.add(node.anchor);
        }
      });
      return anchors;
    }
    function findNewAnchor(prefix2, exclude) {
      for (let i = 1; true; ++i) {
        const name = `${prefix2}${i}`;
        if (!exclude.has(name))
          return name;
      }
    }
    function createNodeAnchors(doc, prefix2) {
      const aliasObjects = [];
      const sourceObjects = /* @__PURE__ */ new Map();
      let prevAnchors = null;
      return {
        onAnchor: (source) => {
          aliasObjects.push(source);
          prevAnchors ?? (prevAnchors = anchorNames(doc));
          const anchor = findNewAnchor(prefix2, prevAnchors);
          prevAnchors.add(anchor);
          return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
          for (const source of aliasObjects) {
            const ref = sourceObjects.get(source);
            if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
              ref.node.anchor = ref.anchor;
            } else {
              const error = new Error("Failed to resolve repeated object (this should not happen)");
              error.source = source;
              throw error;
            }
          }
        },
        sourceObjects
      };
    }
    exports.anchorIsValid = anchorIsValid;
    exports.anchorNames = anchorNames;
    exports.createNodeAnchors = createNodeAnchors;
    exports.findNewAnchor = findNewAnchor;
  }
});

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = __commonJS({
  "node_modules/yaml/dist/doc/applyReviver.js"(exports) {
    "use strict";
    function applyReviver(reviver, obj, key2, val) {
      if (val && typeof val === "object") {
        if (Array.isArray(val)) {
          for (let i = 0, len = val.length; i < len; ++i) {
            const v0 = val[i];
            const v1 = applyReviver(reviver, val, String(i), v0);
            if (v1 === void 0)
              delete val[i];
            else if (v1 !== v0)
              val[i] = v1;
          }
        } else if (val instanceof Map) {
          for (const k of Array.from(val.keys())) {
            const v0 = val.get(k);
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              val.delete(k);
            else if (v1 !== v0)
              val.set(k, v1);
          }
        } else if (val instanceof Set) {
          for (const v0 of Array.from(val)) {
            const v1 = applyReviver(reviver, val, v0, v0);
            if (v1 === void 0)
              val.delete(v0);
            else if (v1 !== v0) {
              val.delete(v0);
              val.add(v1);
            }
          }
        } else {
          for (const [k, v0] of Object.entries(val)) {
            const v1 = applyReviver(reviver, val, k, v0);
            if (v1 === void 0)
              delete val[k];
            else if (v1 !== v0)
              val[k] = v1;
          }
        }
      }
      return reviver.call(obj, key2, val);
    }
    exports.applyReviver = applyReviver;
  }
});

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = __commonJS({
  "node_modules/yaml/dist/nodes/toJS.js"(exports) {
    "use strict";
    var identity = require_identity();
    function toJS(value, arg, ctx) {
      if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
      if (value && typeof value.toJSON === "function") {
        if (!ctx || !identity.hasAnchor(value))
          return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: void 0 };
        ctx.anchors.set(value, data);
        ctx.onCreate = (res2) => {
          data.res = res2;
          delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
          ctx.onCreate(res);
        return res;
      }
      if (typeof value === "bigint" && !ctx?.keep)
        return Number(value);
      return value;
    }
    exports.toJS = toJS;
  }
});

// node_modules/yaml/dist/nodes/Node.js
var require_Node = __commonJS({
  "node_modules/yaml/dist/nodes/Node.js"(exports) {
    "use strict";
    var applyReviver = require_applyReviver();
    var identity = require_identity();
    var toJS = require_toJS();
    var NodeBase = class {
      constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
      }
      /** Create a copy of this node.  */
      clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** A plain JavaScript representation of this node. */
      toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
          throw new TypeError("A document argument is required");
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc,
          keep: true,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
    };
    exports.NodeBase = NodeBase;
  }
});

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = __commonJS({
  "node_modules/yaml/dist/nodes/Alias.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var visit = require_visit();
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var Alias = class extends Node.NodeBase {
      constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, "tag", {
          set() {
            throw new Error("Alias nodes cannot have tags");
          }
        });
      }
      /**
       * Resolve the value of this alias within `doc`, finding the last
       * instance of the `source` anchor before this node.
       */
      resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
          throw new ReferenceError("Alias resolution is disabled");
        let nodes;
        if (ctx?.aliasResolveCache) {
          nodes = ctx.aliasResolveCache;
        } else {
          nodes = [];
          visit.visit(doc, {
            Node: (_key, node) => {
              if (identity.isAlias(node) || identity.hasAnchor(node))
                nodes.push(node);
            }
          });
          if (ctx)
            ctx.aliasResolveCache = nodes;
        }
        let found = void 0;
        for (const node of nodes) {
          if (node === this)
            break;
          if (node.anchor === this.source)
            found = node;
        }
        if (found && ctx) {
          const { anchors: anchors2, doc: doc2, maxAliasCount } = ctx;
          let data = anchors2.get(found);
          if (!data) {
            toJS.toJS(found, null, ctx);
            data = anchors2.get(found);
          }
          if (data?.res === void 0) {
            const msg = "This should not happen: Alias anchor was not resolved?";
            throw new ReferenceError(msg);
          }
          if (maxAliasCount >= 0) {
            data.count += 1;
            if (data.aliasCount === 0)
              data.aliasCount = getAliasCount(doc2, found, anchors2);
            if (data.count * data.aliasCount > maxAliasCount) {
              const msg = "Excessive alias count indicates a resource exhaustion attack";
              throw new ReferenceError(msg);
            }
          }
        }
        return found;
      }
      toJSON(_arg, ctx) {
        if (!ctx)
          return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
          const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
          throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
      }
      toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
          anchors.anchorIsValid(this.source);
          if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new Error(msg);
          }
          if (ctx.implicitKey)
            return `${src} `;
        }
        return src;
      }
    };
    function getAliasCount(doc, node, anchors2) {
      if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors2 && source && anchors2.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
      } else if (identity.isCollection(node)) {
        let count2 = 0;
        for (const item of node.items) {
          const c = getAliasCount(doc, item, anchors2);
          if (c > count2)
            count2 = c;
        }
        return count2;
      } else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors2);
        const vc = getAliasCount(doc, node.value, anchors2);
        return Math.max(kc, vc);
      }
      return 1;
    }
    exports.Alias = Alias;
  }
});

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = __commonJS({
  "node_modules/yaml/dist/nodes/Scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Node = require_Node();
    var toJS = require_toJS();
    var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
    var Scalar = class extends Node.NodeBase {
      constructor(value) {
        super(identity.SCALAR);
        this.value = value;
      }
      toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
      }
      toString() {
        return String(this.value);
      }
    };
    Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
    Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
    Scalar.PLAIN = "PLAIN";
    Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
    Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
    exports.Scalar = Scalar;
    exports.isScalarValue = isScalarValue;
  }
});

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = __commonJS({
  "node_modules/yaml/dist/doc/createNode.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var defaultTagPrefix = "tag:yaml.org,2002:";
    function findTagObject(value, tagName, tags) {
      if (tagName) {
        const match2 = tags.filter((t) => t.tag === tagName);
        const tagObj = match2.find((t) => !t.format) ?? match2[0];
        if (!tagObj)
          throw new Error(`Tag ${tagName} not found`);
        return tagObj;
      }
      return tags.find((t) => t.identify?.(value) && !t.format);
    }
    function createNode(value, tagName, ctx) {
      if (identity.isDocument(value))
        value = value.contents;
      if (identity.isNode(value))
        return value;
      if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
      }
      if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
        value = value.valueOf();
      }
      const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
      let ref = void 0;
      if (aliasDuplicateObjects && value && typeof value === "object") {
        ref = sourceObjects.get(value);
        if (ref) {
          ref.anchor ?? (ref.anchor = onAnchor(value));
          return new Alias.Alias(ref.anchor);
        } else {
          ref = { anchor: null, node: null };
          sourceObjects.set(value, ref);
        }
      }
      if (tagName?.startsWith("!!"))
        tagName = defaultTagPrefix + tagName.slice(2);
      let tagObj = findTagObject(value, tagName, schema.tags);
      if (!tagObj) {
        if (value && typeof value.toJSON === "function") {
          value = value.toJSON();
        }
        if (!value || typeof value !== "object") {
          const node2 = new Scalar.Scalar(value);
          if (ref)
            ref.node = node2;
          return node2;
        }
        tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
      }
      if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
      }
      const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
      if (tagName)
        node.tag = tagName;
      else if (!tagObj.default)
        node.tag = tagObj.tag;
      if (ref)
        ref.node = node;
      return node;
    }
    exports.createNode = createNode;
  }
});

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = __commonJS({
  "node_modules/yaml/dist/nodes/Collection.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var identity = require_identity();
    var Node = require_Node();
    function collectionFromPath(schema, path2, value) {
      let v = value;
      for (let i = path2.length - 1; i >= 0; --i) {
        const k = path2[i];
        if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
          const a = [];
          a[k] = v;
          v = a;
        } else {
          v = /* @__PURE__ */ new Map([[k, v]]);
        }
      }
      return createNode.createNode(v, void 0, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
          throw new Error("This should not happen, please report a bug.");
        },
        schema,
        sourceObjects: /* @__PURE__ */ new Map()
      });
    }
    var isEmptyPath = (path2) => path2 == null || typeof path2 === "object" && !!path2[Symbol.iterator]().next().done;
    var Collection = class extends Node.NodeBase {
      constructor(type, schema) {
        super(type);
        Object.defineProperty(this, "schema", {
          value: schema,
          configurable: true,
          enumerable: false,
          writable: true
        });
      }
      /**
       * Create a copy of this collection.
       *
       * @param schema - If defined, overwrites the original's schema
       */
      clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
          copy.schema = schema;
        copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /**
       * Adds a value to the collection. For `!!map` and `!!omap` the value must
       * be a Pair instance or a `{ key, value }` object, which may not have a key
       * that already exists in the map.
       */
      addIn(path2, value) {
        if (isEmptyPath(path2))
          this.add(value);
        else {
          const [key2, ...rest] = path2;
          const node = this.get(key2, true);
          if (identity.isCollection(node))
            node.addIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key2, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key2}. Remaining path: ${rest}`);
        }
      }
      /**
       * Removes a value from the collection.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path2) {
        const [key2, ...rest] = path2;
        if (rest.length === 0)
          return this.delete(key2);
        const node = this.get(key2, true);
        if (identity.isCollection(node))
          return node.deleteIn(rest);
        else
          throw new Error(`Expected YAML collection at ${key2}. Remaining path: ${rest}`);
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path2, keepScalar) {
        const [key2, ...rest] = path2;
        const node = this.get(key2, true);
        if (rest.length === 0)
          return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
          return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
      }
      hasAllNullValues(allowScalar) {
        return this.items.every((node) => {
          if (!identity.isPair(node))
            return false;
          const n = node.value;
          return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
        });
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       */
      hasIn(path2) {
        const [key2, ...rest] = path2;
        if (rest.length === 0)
          return this.has(key2);
        const node = this.get(key2, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path2, value) {
        const [key2, ...rest] = path2;
        if (rest.length === 0) {
          this.set(key2, value);
        } else {
          const node = this.get(key2, true);
          if (identity.isCollection(node))
            node.setIn(rest, value);
          else if (node === void 0 && this.schema)
            this.set(key2, collectionFromPath(this.schema, rest, value));
          else
            throw new Error(`Expected YAML collection at ${key2}. Remaining path: ${rest}`);
        }
      }
    };
    exports.Collection = Collection;
    exports.collectionFromPath = collectionFromPath;
    exports.isEmptyPath = isEmptyPath;
  }
});

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyComment.js"(exports) {
    "use strict";
    var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
    function indentComment(comment, indent) {
      if (/^\n+$/.test(comment))
        return comment.substring(1);
      return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
    }
    var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
    exports.indentComment = indentComment;
    exports.lineComment = lineComment;
    exports.stringifyComment = stringifyComment;
  }
});

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = __commonJS({
  "node_modules/yaml/dist/stringify/foldFlowLines.js"(exports) {
    "use strict";
    var FOLD_FLOW = "flow";
    var FOLD_BLOCK = "block";
    var FOLD_QUOTED = "quoted";
    function foldFlowLines(text5, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
      if (!lineWidth || lineWidth < 0)
        return text5;
      if (lineWidth < minContentWidth)
        minContentWidth = 0;
      const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
      if (text5.length <= endStep)
        return text5;
      const folds = [];
      const escapedFolds = {};
      let end = lineWidth - indent.length;
      if (typeof indentAtStart === "number") {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
          folds.push(0);
        else
          end = lineWidth - indentAtStart;
      }
      let split = void 0;
      let prev = void 0;
      let overflow = false;
      let i = -1;
      let escStart = -1;
      let escEnd = -1;
      if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text5, i, indent.length);
        if (i !== -1)
          end = i + endStep;
      }
      for (let ch; ch = text5[i += 1]; ) {
        if (mode === FOLD_QUOTED && ch === "\\") {
          escStart = i;
          switch (text5[i + 1]) {
            case "x":
              i += 3;
              break;
            case "u":
              i += 5;
              break;
            case "U":
              i += 9;
              break;
            default:
              i += 1;
          }
          escEnd = i;
        }
        if (ch === "\n") {
          if (mode === FOLD_BLOCK)
            i = consumeMoreIndentedLines(text5, i, indent.length);
          end = i + indent.length + endStep;
          split = void 0;
        } else {
          if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
            const next = text5[i + 1];
            if (next && next !== " " && next !== "\n" && next !== "	")
              split = i;
          }
          if (i >= end) {
            if (split) {
              folds.push(split);
              end = split + endStep;
              split = void 0;
            } else if (mode === FOLD_QUOTED) {
              while (prev === " " || prev === "	") {
                prev = ch;
                ch = text5[i += 1];
                overflow = true;
              }
              const j = i > escEnd + 1 ? i - 2 : escStart - 1;
              if (escapedFolds[j])
                return text5;
              folds.push(j);
              escapedFolds[j] = true;
              end = j + endStep;
              split = void 0;
            } else {
              overflow = true;
            }
          }
        }
        prev = ch;
      }
      if (overflow && onOverflow)
        onOverflow();
      if (folds.length === 0)
        return text5;
      if (onFold)
        onFold();
      let res = text5.slice(0, folds[0]);
      for (let i2 = 0; i2 < folds.length; ++i2) {
        const fold = folds[i2];
        const end2 = folds[i2 + 1] || text5.length;
        if (fold === 0)
          res = `
${indent}${text5.slice(0, end2)}`;
        else {
          if (mode === FOLD_QUOTED && escapedFolds[fold])
            res += `${text5[fold]}\\`;
          res += `
${indent}${text5.slice(fold + 1, end2)}`;
        }
      }
      return res;
    }
    function consumeMoreIndentedLines(text5, i, indent) {
      let end = i;
      let start = i + 1;
      let ch = text5[start];
      while (ch === " " || ch === "	") {
        if (i < start + indent) {
          ch = text5[++i];
        } else {
          do {
            ch = text5[++i];
          } while (ch && ch !== "\n");
          end = i;
          start = i + 1;
          ch = text5[start];
        }
      }
      return end;
    }
    exports.FOLD_BLOCK = FOLD_BLOCK;
    exports.FOLD_FLOW = FOLD_FLOW;
    exports.FOLD_QUOTED = FOLD_QUOTED;
    exports.foldFlowLines = foldFlowLines;
  }
});

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyString.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var foldFlowLines = require_foldFlowLines();
    var getFoldOptions = (ctx, isBlock) => ({
      indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
      lineWidth: ctx.options.lineWidth,
      minContentWidth: ctx.options.minContentWidth
    });
    var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
    function lineLengthOverLimit(str, lineWidth, indentLength) {
      if (!lineWidth || lineWidth < 0)
        return false;
      const limit = lineWidth - indentLength;
      const strLen = str.length;
      if (strLen <= limit)
        return false;
      for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === "\n") {
          if (i - start > limit)
            return true;
          start = i + 1;
          if (strLen - start <= limit)
            return false;
        }
      }
      return true;
    }
    function doubleQuotedString(value, ctx) {
      const json2 = JSON.stringify(value);
      if (ctx.options.doubleQuotedAsJSON)
        return json2;
      const { implicitKey } = ctx;
      const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      let str = "";
      let start = 0;
      for (let i = 0, ch = json2[i]; ch; ch = json2[++i]) {
        if (ch === " " && json2[i + 1] === "\\" && json2[i + 2] === "n") {
          str += json2.slice(start, i) + "\\ ";
          i += 1;
          start = i;
          ch = "\\";
        }
        if (ch === "\\")
          switch (json2[i + 1]) {
            case "u":
              {
                str += json2.slice(start, i);
                const code2 = json2.substr(i + 2, 4);
                switch (code2) {
                  case "0000":
                    str += "\\0";
                    break;
                  case "0007":
                    str += "\\a";
                    break;
                  case "000b":
                    str += "\\v";
                    break;
                  case "001b":
                    str += "\\e";
                    break;
                  case "0085":
                    str += "\\N";
                    break;
                  case "00a0":
                    str += "\\_";
                    break;
                  case "2028":
                    str += "\\L";
                    break;
                  case "2029":
                    str += "\\P";
                    break;
                  default:
                    if (code2.substr(0, 2) === "00")
                      str += "\\x" + code2.substr(2);
                    else
                      str += json2.substr(i, 6);
                }
                i += 5;
                start = i + 1;
              }
              break;
            case "n":
              if (implicitKey || json2[i + 2] === '"' || json2.length < minMultiLineLength) {
                i += 1;
              } else {
                str += json2.slice(start, i) + "\n\n";
                while (json2[i + 2] === "\\" && json2[i + 3] === "n" && json2[i + 4] !== '"') {
                  str += "\n";
                  i += 2;
                }
                str += indent;
                if (json2[i + 2] === " ")
                  str += "\\";
                i += 1;
                start = i + 1;
              }
              break;
            default:
              i += 1;
          }
      }
      str = start ? str + json2.slice(start) : json2;
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
    }
    function singleQuotedString(value, ctx) {
      if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
        return doubleQuotedString(value, ctx);
      const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
      const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
      return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function quotedString(value, ctx) {
      const { singleQuote } = ctx.options;
      let qs;
      if (singleQuote === false)
        qs = doubleQuotedString;
      else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
          qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
          qs = doubleQuotedString;
        else
          qs = singleQuote ? singleQuotedString : doubleQuotedString;
      }
      return qs(value, ctx);
    }
    var blockEndNewlines;
    try {
      blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
    } catch {
      blockEndNewlines = /\n+(?!\n|$)/g;
    }
    function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
      const { blockQuote, commentString, lineWidth } = ctx.options;
      if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
      }
      const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
      const literal2 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
      if (!value)
        return literal2 ? "|\n" : ">\n";
      let chomp;
      let endStart;
      for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== "\n" && ch !== "	" && ch !== " ")
          break;
      }
      let end = value.substring(endStart);
      const endNlPos = end.indexOf("\n");
      if (endNlPos === -1) {
        chomp = "-";
      } else if (value === end || endNlPos !== end.length - 1) {
        chomp = "+";
        if (onChompKeep)
          onChompKeep();
      } else {
        chomp = "";
      }
      if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === "\n")
          end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
      }
      let startWithSpace = false;
      let startEnd;
      let startNlPos = -1;
      for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === " ")
          startWithSpace = true;
        else if (ch === "\n")
          startNlPos = startEnd;
        else
          break;
      }
      let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
      if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
      }
      const indentSize = indent ? "2" : "1";
      let header2 = (startWithSpace ? indentSize : "") + chomp;
      if (comment) {
        header2 += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
        if (onComment)
          onComment();
      }
      if (!literal2) {
        const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) {
          foldOptions.onOverflow = () => {
            literalFallback = true;
          };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
          return `>${header2}
${indent}${body}`;
      }
      value = value.replace(/\n+/g, `$&${indent}`);
      return `|${header2}
${indent}${start}${value}${end}`;
    }
    function plainString(item, ctx, onComment, onChompKeep) {
      const { type, value } = item;
      const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
      if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
        return quotedString(value, ctx);
      }
      if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
      }
      if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) {
        return blockString(item, ctx, onComment, onChompKeep);
      }
      if (containsDocumentMarker(value)) {
        if (indent === "") {
          ctx.forceBlockIndent = true;
          return blockString(item, ctx, onComment, onChompKeep);
        } else if (implicitKey && indent === indentStep) {
          return quotedString(value, ctx);
        }
      }
      const str = value.replace(/\n+/g, `$&
${indent}`);
      if (actualString) {
        const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
          return quotedString(value, ctx);
      }
      return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
    }
    function stringifyString(item, ctx, onComment, onChompKeep) {
      const { implicitKey, inFlow } = ctx;
      const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
      let { type } = item;
      if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
          type = Scalar.Scalar.QUOTE_DOUBLE;
      }
      const _stringify = (_type) => {
        switch (_type) {
          case Scalar.Scalar.BLOCK_FOLDED:
          case Scalar.Scalar.BLOCK_LITERAL:
            return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
          case Scalar.Scalar.QUOTE_DOUBLE:
            return doubleQuotedString(ss.value, ctx);
          case Scalar.Scalar.QUOTE_SINGLE:
            return singleQuotedString(ss.value, ctx);
          case Scalar.Scalar.PLAIN:
            return plainString(ss, ctx, onComment, onChompKeep);
          default:
            return null;
        }
      };
      let res = _stringify(type);
      if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = implicitKey && defaultKeyType || defaultStringType;
        res = _stringify(t);
        if (res === null)
          throw new Error(`Unsupported default string type ${t}`);
      }
      return res;
    }
    exports.stringifyString = stringifyString;
  }
});

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = __commonJS({
  "node_modules/yaml/dist/stringify/stringify.js"(exports) {
    "use strict";
    var anchors = require_anchors();
    var identity = require_identity();
    var stringifyComment = require_stringifyComment();
    var stringifyString = require_stringifyString();
    function createStringifyContext(doc, options) {
      const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: "PLAIN",
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: "false",
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: "null",
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: "true",
        verifyAliasOrder: true
      }, doc.schema.toStringOptions, options);
      let inFlow;
      switch (opt.collectionStyle) {
        case "block":
          inFlow = false;
          break;
        case "flow":
          inFlow = true;
          break;
        default:
          inFlow = null;
      }
      return {
        anchors: /* @__PURE__ */ new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
        indent: "",
        indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
        inFlow,
        options: opt
      };
    }
    function getTagObject(tags, item) {
      if (item.tag) {
        const match2 = tags.filter((t) => t.tag === item.tag);
        if (match2.length > 0)
          return match2.find((t) => t.format === item.format) ?? match2[0];
      }
      let tagObj = void 0;
      let obj;
      if (identity.isScalar(item)) {
        obj = item.value;
        let match2 = tags.filter((t) => t.identify?.(obj));
        if (match2.length > 1) {
          const testMatch = match2.filter((t) => t.test);
          if (testMatch.length > 0)
            match2 = testMatch;
        }
        tagObj = match2.find((t) => t.format === item.format) ?? match2.find((t) => !t.format);
      } else {
        obj = item;
        tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
      }
      if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
      }
      return tagObj;
    }
    function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
      if (!doc.directives)
        return "";
      const props = [];
      const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
      if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
      }
      const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
      if (tag)
        props.push(doc.directives.tagString(tag));
      return props.join(" ");
    }
    function stringify(item, ctx, onComment, onChompKeep) {
      if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
      if (identity.isAlias(item)) {
        if (ctx.doc.directives)
          return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
          throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        } else {
          if (ctx.resolvedAliases)
            ctx.resolvedAliases.add(item);
          else
            ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
          item = item.resolve(ctx.doc);
        }
      }
      let tagObj = void 0;
      const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
      tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
      const props = stringifyProps(node, tagObj, ctx);
      if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
      const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
      if (!props)
        return str;
      return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
    }
    exports.createStringifyContext = createStringifyContext;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyPair.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyPair({ key: key2, value }, ctx, onComment, onChompKeep) {
      const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
      let keyComment = identity.isNode(key2) && key2.comment || null;
      if (simpleKeys) {
        if (keyComment) {
          throw new Error("With simple keys, key nodes cannot have comments");
        }
        if (identity.isCollection(key2) || !identity.isNode(key2) && typeof key2 === "object") {
          const msg = "With simple keys, collection cannot be used as a key value";
          throw new Error(msg);
        }
      }
      let explicitKey = !simpleKeys && (!key2 || keyComment && value == null && !ctx.inFlow || identity.isCollection(key2) || (identity.isScalar(key2) ? key2.type === Scalar.Scalar.BLOCK_FOLDED || key2.type === Scalar.Scalar.BLOCK_LITERAL : typeof key2 === "object"));
      ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
      });
      let keyCommentDone = false;
      let chompKeep = false;
      let str = stringify.stringify(key2, ctx, () => keyCommentDone = true, () => chompKeep = true);
      if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
          throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
        explicitKey = true;
      }
      if (ctx.inFlow) {
        if (allNullValues || value == null) {
          if (keyCommentDone && onComment)
            onComment();
          return str === "" ? "?" : explicitKey ? `? ${str}` : str;
        }
      } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        } else if (chompKeep && onChompKeep)
          onChompKeep();
        return str;
      }
      if (keyCommentDone)
        keyComment = null;
      if (explicitKey) {
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}
${indent}:`;
      } else {
        str = `${str}:`;
        if (keyComment)
          str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
      }
      let vsb, vcb, valueComment;
      if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
      } else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === "object")
          value = doc.createNode(value);
      }
      ctx.implicitKey = false;
      if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
      chompKeep = false;
      if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) {
        ctx.indent = ctx.indent.substring(2);
      }
      let valueCommentDone = false;
      const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
      let ws = " ";
      if (keyComment || vsb || vcb) {
        ws = vsb ? "\n" : "";
        if (vcb) {
          const cs = commentString(vcb);
          ws += `
${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === "" && !ctx.inFlow) {
          if (ws === "\n" && valueComment)
            ws = "\n\n";
        } else {
          ws += `
${ctx.indent}`;
        }
      } else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf("\n");
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
          let hasPropsLine = false;
          if (hasNewline && (vs0 === "&" || vs0 === "!")) {
            let sp0 = valueStr.indexOf(" ");
            if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
              sp0 = valueStr.indexOf(" ", sp0 + 1);
            }
            if (sp0 === -1 || nl0 < sp0)
              hasPropsLine = true;
          }
          if (!hasPropsLine)
            ws = `
${ctx.indent}`;
        }
      } else if (valueStr === "" || valueStr[0] === "\n") {
        ws = "";
      }
      str += ws + valueStr;
      if (ctx.inFlow) {
        if (valueCommentDone && onComment)
          onComment();
      } else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
      } else if (chompKeep && onChompKeep) {
        onChompKeep();
      }
      return str;
    }
    exports.stringifyPair = stringifyPair;
  }
});

// node_modules/yaml/dist/log.js
var require_log = __commonJS({
  "node_modules/yaml/dist/log.js"(exports) {
    "use strict";
    var node_process = __require("process");
    function debug(logLevel, ...messages) {
      if (logLevel === "debug")
        console.log(...messages);
    }
    function warn(logLevel, warning) {
      if (logLevel === "debug" || logLevel === "warn") {
        if (typeof node_process.emitWarning === "function")
          node_process.emitWarning(warning);
        else
          console.warn(warning);
      }
    }
    exports.debug = debug;
    exports.warn = warn;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/merge.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var MERGE_KEY = "<<";
    var merge2 = {
      identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
      default: "key",
      tag: "tag:yaml.org,2002:merge",
      test: /^<<$/,
      resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
      }),
      stringify: () => MERGE_KEY
    };
    var isMergeKey = (ctx, key2) => (merge2.identify(key2) || identity.isScalar(key2) && (!key2.type || key2.type === Scalar.Scalar.PLAIN) && merge2.identify(key2.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge2.tag && tag.default);
    function addMergeToJSMap(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (identity.isSeq(source))
        for (const it of source.items)
          mergeValue(ctx, map, it);
      else if (Array.isArray(source))
        for (const it of source)
          mergeValue(ctx, map, it);
      else
        mergeValue(ctx, map, source);
    }
    function mergeValue(ctx, map, value) {
      const source = resolveAliasValue(ctx, value);
      if (!identity.isMap(source))
        throw new Error("Merge sources must be maps or map aliases");
      const srcMap = source.toJSON(null, ctx, Map);
      for (const [key2, value2] of srcMap) {
        if (map instanceof Map) {
          if (!map.has(key2))
            map.set(key2, value2);
        } else if (map instanceof Set) {
          map.add(key2);
        } else if (!Object.prototype.hasOwnProperty.call(map, key2)) {
          Object.defineProperty(map, key2, {
            value: value2,
            writable: true,
            enumerable: true,
            configurable: true
          });
        }
      }
      return map;
    }
    function resolveAliasValue(ctx, value) {
      return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
    }
    exports.addMergeToJSMap = addMergeToJSMap;
    exports.isMergeKey = isMergeKey;
    exports.merge = merge2;
  }
});

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = __commonJS({
  "node_modules/yaml/dist/nodes/addPairToJSMap.js"(exports) {
    "use strict";
    var log = require_log();
    var merge2 = require_merge();
    var stringify = require_stringify();
    var identity = require_identity();
    var toJS = require_toJS();
    function addPairToJSMap(ctx, map, { key: key2, value }) {
      if (identity.isNode(key2) && key2.addToJSMap)
        key2.addToJSMap(ctx, map, value);
      else if (merge2.isMergeKey(ctx, key2))
        merge2.addMergeToJSMap(ctx, map, value);
      else {
        const jsKey = toJS.toJS(key2, "", ctx);
        if (map instanceof Map) {
          map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        } else if (map instanceof Set) {
          map.add(jsKey);
        } else {
          const stringKey = stringifyKey(key2, jsKey, ctx);
          const jsValue = toJS.toJS(value, stringKey, ctx);
          if (stringKey in map)
            Object.defineProperty(map, stringKey, {
              value: jsValue,
              writable: true,
              enumerable: true,
              configurable: true
            });
          else
            map[stringKey] = jsValue;
        }
      }
      return map;
    }
    function stringifyKey(key2, jsKey, ctx) {
      if (jsKey === null)
        return "";
      if (typeof jsKey !== "object")
        return String(jsKey);
      if (identity.isNode(key2) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = /* @__PURE__ */ new Set();
        for (const node of ctx.anchors.keys())
          strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key2.toString(strCtx);
        if (!ctx.mapKeyWarned) {
          let jsonStr = JSON.stringify(strKey);
          if (jsonStr.length > 40)
            jsonStr = jsonStr.substring(0, 36) + '..."';
          log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
          ctx.mapKeyWarned = true;
        }
        return strKey;
      }
      return JSON.stringify(jsKey);
    }
    exports.addPairToJSMap = addPairToJSMap;
  }
});

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = __commonJS({
  "node_modules/yaml/dist/nodes/Pair.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyPair = require_stringifyPair();
    var addPairToJSMap = require_addPairToJSMap();
    var identity = require_identity();
    function createPair(key2, value, ctx) {
      const k = createNode.createNode(key2, void 0, ctx);
      const v = createNode.createNode(value, void 0, ctx);
      return new Pair(k, v);
    }
    var Pair = class _Pair {
      constructor(key2, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key2;
        this.value = value;
      }
      clone(schema) {
        let { key: key2, value } = this;
        if (identity.isNode(key2))
          key2 = key2.clone(schema);
        if (identity.isNode(value))
          value = value.clone(schema);
        return new _Pair(key2, value);
      }
      toJSON(_, ctx) {
        const pair2 = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair2, this);
      }
      toString(ctx, onComment, onChompKeep) {
        return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
      }
    };
    exports.Pair = Pair;
    exports.createPair = createPair;
  }
});

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyCollection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyCollection(collection, ctx, options) {
      const flow = ctx.inFlow ?? collection.flow;
      const stringify2 = flow ? stringifyFlowCollection : stringifyBlockCollection;
      return stringify2(collection, ctx, options);
    }
    function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
      const { indent, options: { commentString } } = ctx;
      const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
      let chompKeep = false;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment2 = null;
        if (identity.isNode(item)) {
          if (!chompKeep && item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
          if (item.comment)
            comment2 = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (!chompKeep && ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
          }
        }
        chompKeep = false;
        let str2 = stringify.stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
        if (comment2)
          str2 += stringifyComment.lineComment(str2, itemIndent, commentString(comment2));
        if (chompKeep && comment2)
          chompKeep = false;
        lines.push(blockItemPrefix + str2);
      }
      let str;
      if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
      } else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
          const line = lines[i];
          str += line ? `
${indent}${line}` : "\n";
        }
      }
      if (comment) {
        str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
          onComment();
      } else if (chompKeep && onChompKeep)
        onChompKeep();
      return str;
    }
    function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
      const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
      itemIndent += indentStep;
      const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
      });
      let reqNewline = false;
      let linesAtValue = 0;
      const lines = [];
      for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
          if (item.spaceBefore)
            lines.push("");
          addCommentBefore(ctx, lines, item.commentBefore, false);
          if (item.comment)
            comment = item.comment;
        } else if (identity.isPair(item)) {
          const ik = identity.isNode(item.key) ? item.key : null;
          if (ik) {
            if (ik.spaceBefore)
              lines.push("");
            addCommentBefore(ctx, lines, ik.commentBefore, false);
            if (ik.comment)
              reqNewline = true;
          }
          const iv = identity.isNode(item.value) ? item.value : null;
          if (iv) {
            if (iv.comment)
              comment = iv.comment;
            if (iv.commentBefore)
              reqNewline = true;
          } else if (item.value == null && ik?.comment) {
            comment = ik.comment;
          }
        }
        if (comment)
          reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => comment = null);
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
        if (i < items.length - 1) {
          str += ",";
        } else if (ctx.options.trailingComma) {
          if (ctx.options.lineWidth > 0) {
            reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
          }
          if (reqNewline) {
            str += ",";
          }
        }
        if (comment)
          str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
      }
      const { start, end } = flowChars;
      if (lines.length === 0) {
        return start + end;
      } else {
        if (!reqNewline) {
          const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
          reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
          let str = start;
          for (const line of lines)
            str += line ? `
${indentStep}${indent}${line}` : "\n";
          return `${str}
${indent}${end}`;
        } else {
          return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
        }
      }
    }
    function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
      if (comment && chompKeep)
        comment = comment.replace(/^\n+/, "");
      if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart());
      }
    }
    exports.stringifyCollection = stringifyCollection;
  }
});

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLMap.js"(exports) {
    "use strict";
    var stringifyCollection = require_stringifyCollection();
    var addPairToJSMap = require_addPairToJSMap();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    function findPair(items, key2) {
      const k = identity.isScalar(key2) ? key2.value : key2;
      for (const it of items) {
        if (identity.isPair(it)) {
          if (it.key === key2 || it.key === k)
            return it;
          if (identity.isScalar(it.key) && it.key.value === k)
            return it;
        }
      }
      return void 0;
    }
    var YAMLMap = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:map";
      }
      constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
      }
      /**
       * A generic collection parsing method that can be extended
       * to other node classes that inherit from YAMLMap
       */
      static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key2, value) => {
          if (typeof replacer === "function")
            value = replacer.call(obj, key2, value);
          else if (Array.isArray(replacer) && !replacer.includes(key2))
            return;
          if (value !== void 0 || keepUndefined)
            map.items.push(Pair.createPair(key2, value, ctx));
        };
        if (obj instanceof Map) {
          for (const [key2, value] of obj)
            add(key2, value);
        } else if (obj && typeof obj === "object") {
          for (const key2 of Object.keys(obj))
            add(key2, obj[key2]);
        }
        if (typeof schema.sortMapEntries === "function") {
          map.items.sort(schema.sortMapEntries);
        }
        return map;
      }
      /**
       * Adds a value to the collection.
       *
       * @param overwrite - If not set `true`, using a key that is already in the
       *   collection will throw. Otherwise, overwrites the previous value.
       */
      add(pair2, overwrite) {
        let _pair;
        if (identity.isPair(pair2))
          _pair = pair2;
        else if (!pair2 || typeof pair2 !== "object" || !("key" in pair2)) {
          _pair = new Pair.Pair(pair2, pair2?.value);
        } else
          _pair = new Pair.Pair(pair2.key, pair2.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
          if (!overwrite)
            throw new Error(`Key ${_pair.key} already set`);
          if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
            prev.value.value = _pair.value;
          else
            prev.value = _pair.value;
        } else if (sortEntries) {
          const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
          if (i === -1)
            this.items.push(_pair);
          else
            this.items.splice(i, 0, _pair);
        } else {
          this.items.push(_pair);
        }
      }
      delete(key2) {
        const it = findPair(this.items, key2);
        if (!it)
          return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
      }
      get(key2, keepScalar) {
        const it = findPair(this.items, key2);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
      }
      has(key2) {
        return !!findPair(this.items, key2);
      }
      set(key2, value) {
        this.add(new Pair.Pair(key2, value), true);
      }
      /**
       * @param ctx - Conversion context, originally set in Document#toJS()
       * @param {Class} Type - If set, forces the returned collection type
       * @returns Instance of Type, Map, or Object
       */
      toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const item of this.items)
          addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        for (const item of this.items) {
          if (!identity.isPair(item))
            throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
          ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "",
          flowChars: { start: "{", end: "}" },
          itemIndent: ctx.indent || "",
          onChompKeep,
          onComment
        });
      }
    };
    exports.YAMLMap = YAMLMap;
    exports.findPair = findPair;
  }
});

// node_modules/yaml/dist/schema/common/map.js
var require_map = __commonJS({
  "node_modules/yaml/dist/schema/common/map.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLMap = require_YAMLMap();
    var map = {
      collection: "map",
      default: true,
      nodeClass: YAMLMap.YAMLMap,
      tag: "tag:yaml.org,2002:map",
      resolve(map2, onError) {
        if (!identity.isMap(map2))
          onError("Expected a mapping for this tag");
        return map2;
      },
      createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
    };
    exports.map = map;
  }
});

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = __commonJS({
  "node_modules/yaml/dist/nodes/YAMLSeq.js"(exports) {
    "use strict";
    var createNode = require_createNode();
    var stringifyCollection = require_stringifyCollection();
    var Collection = require_Collection();
    var identity = require_identity();
    var Scalar = require_Scalar();
    var toJS = require_toJS();
    var YAMLSeq = class extends Collection.Collection {
      static get tagName() {
        return "tag:yaml.org,2002:seq";
      }
      constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
      }
      add(value) {
        this.items.push(value);
      }
      /**
       * Removes a value from the collection.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       *
       * @returns `true` if the item was found and removed.
       */
      delete(key2) {
        const idx = asItemIndex(key2);
        if (typeof idx !== "number")
          return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
      }
      get(key2, keepScalar) {
        const idx = asItemIndex(key2);
        if (typeof idx !== "number")
          return void 0;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
      }
      /**
       * Checks if the collection includes a value with the key `key`.
       *
       * `key` must contain a representation of an integer for this to succeed.
       * It may be wrapped in a `Scalar`.
       */
      has(key2) {
        const idx = asItemIndex(key2);
        return typeof idx === "number" && idx < this.items.length;
      }
      /**
       * Sets a value in this collection. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       *
       * If `key` does not contain a representation of an integer, this will throw.
       * It may be wrapped in a `Scalar`.
       */
      set(key2, value) {
        const idx = asItemIndex(key2);
        if (typeof idx !== "number")
          throw new Error(`Expected a valid index, not ${key2}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
          prev.value = value;
        else
          this.items[idx] = value;
      }
      toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
          ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
          seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
          blockItemPrefix: "- ",
          flowChars: { start: "[", end: "]" },
          itemIndent: (ctx.indent || "") + "  ",
          onChompKeep,
          onComment
        });
      }
      static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
          let i = 0;
          for (let it of obj) {
            if (typeof replacer === "function") {
              const key2 = obj instanceof Set ? it : String(i++);
              it = replacer.call(obj, key2, it);
            }
            seq.items.push(createNode.createNode(it, void 0, ctx));
          }
        }
        return seq;
      }
    };
    function asItemIndex(key2) {
      let idx = identity.isScalar(key2) ? key2.value : key2;
      if (idx && typeof idx === "string")
        idx = Number(idx);
      return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
    }
    exports.YAMLSeq = YAMLSeq;
  }
});

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = __commonJS({
  "node_modules/yaml/dist/schema/common/seq.js"(exports) {
    "use strict";
    var identity = require_identity();
    var YAMLSeq = require_YAMLSeq();
    var seq = {
      collection: "seq",
      default: true,
      nodeClass: YAMLSeq.YAMLSeq,
      tag: "tag:yaml.org,2002:seq",
      resolve(seq2, onError) {
        if (!identity.isSeq(seq2))
          onError("Expected a sequence for this tag");
        return seq2;
      },
      createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
    };
    exports.seq = seq;
  }
});

// node_modules/yaml/dist/schema/common/string.js
var require_string = __commonJS({
  "node_modules/yaml/dist/schema/common/string.js"(exports) {
    "use strict";
    var stringifyString = require_stringifyString();
    var string2 = {
      identify: (value) => typeof value === "string",
      default: true,
      tag: "tag:yaml.org,2002:str",
      resolve: (str) => str,
      stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
      }
    };
    exports.string = string2;
  }
});

// node_modules/yaml/dist/schema/common/null.js
var require_null = __commonJS({
  "node_modules/yaml/dist/schema/common/null.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var nullTag = {
      identify: (value) => value == null,
      createNode: () => new Scalar.Scalar(null),
      default: true,
      tag: "tag:yaml.org,2002:null",
      test: /^(?:~|[Nn]ull|NULL)?$/,
      resolve: () => new Scalar.Scalar(null),
      stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
    };
    exports.nullTag = nullTag;
  }
});

// node_modules/yaml/dist/schema/core/bool.js
var require_bool = __commonJS({
  "node_modules/yaml/dist/schema/core/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var boolTag = {
      identify: (value) => typeof value === "boolean",
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
      resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
      stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
          const sv = source[0] === "t" || source[0] === "T";
          if (value === sv)
            return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
      }
    };
    exports.boolTag = boolTag;
  }
});

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyNumber.js"(exports) {
    "use strict";
    function stringifyNumber({ format: format2, minFractionDigits, tag, value }) {
      if (typeof value === "bigint")
        return String(value);
      const num = typeof value === "number" ? value : Number(value);
      if (!isFinite(num))
        return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
      let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
      if (!format2 && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
        let i = n.indexOf(".");
        if (i < 0) {
          i = n.length;
          n += ".";
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
          n += "0";
      }
      return n;
    }
    exports.stringifyNumber = stringifyNumber;
  }
});

// node_modules/yaml/dist/schema/core/float.js
var require_float = __commonJS({
  "node_modules/yaml/dist/schema/core/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float2 = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf(".");
        if (dot !== -1 && str[str.length - 1] === "0")
          node.minFractionDigits = str.length - dot - 1;
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float2;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/core/int.js
var require_int = __commonJS({
  "node_modules/yaml/dist/schema/core/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
    function intStringify(node, radix, prefix2) {
      const { value } = node;
      if (intIdentify(value) && value >= 0)
        return prefix2 + value.toString(radix);
      return stringifyNumber.stringifyNumber(node);
    }
    var intOct = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^0o[0-7]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
      stringify: (node) => intStringify(node, 8, "0o")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: (value) => intIdentify(value) && value >= 0,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^0x[0-9a-fA-F]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/core/schema.js
var require_schema = __commonJS({
  "node_modules/yaml/dist/schema/core/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var bool = require_bool();
    var float2 = require_float();
    var int = require_int();
    var schema = [
      map.map,
      seq.seq,
      string2.string,
      _null.nullTag,
      bool.boolTag,
      int.intOct,
      int.int,
      int.intHex,
      float2.floatNaN,
      float2.floatExp,
      float2.float
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/json/schema.js
var require_schema2 = __commonJS({
  "node_modules/yaml/dist/schema/json/schema.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var map = require_map();
    var seq = require_seq();
    function intIdentify(value) {
      return typeof value === "bigint" || Number.isInteger(value);
    }
    var stringifyJSON = ({ value }) => JSON.stringify(value);
    var jsonScalars = [
      {
        identify: (value) => typeof value === "string",
        default: true,
        tag: "tag:yaml.org,2002:str",
        resolve: (str) => str,
        stringify: stringifyJSON
      },
      {
        identify: (value) => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: "tag:yaml.org,2002:null",
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
      },
      {
        identify: (value) => typeof value === "boolean",
        default: true,
        tag: "tag:yaml.org,2002:bool",
        test: /^true$|^false$/,
        resolve: (str) => str === "true",
        stringify: stringifyJSON
      },
      {
        identify: intIdentify,
        default: true,
        tag: "tag:yaml.org,2002:int",
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
      },
      {
        identify: (value) => typeof value === "number",
        default: true,
        tag: "tag:yaml.org,2002:float",
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: (str) => parseFloat(str),
        stringify: stringifyJSON
      }
    ];
    var jsonError = {
      default: true,
      tag: "",
      test: /^/,
      resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
      }
    };
    var schema = [map.map, seq.seq].concat(jsonScalars, jsonError);
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/binary.js"(exports) {
    "use strict";
    var node_buffer = __require("buffer");
    var Scalar = require_Scalar();
    var stringifyString = require_stringifyString();
    var binary = {
      identify: (value) => value instanceof Uint8Array,
      // Buffer inherits from Uint8Array
      default: false,
      tag: "tag:yaml.org,2002:binary",
      /**
       * Returns a Buffer in node and an Uint8Array in browsers
       *
       * To use the resulting buffer as an image, you'll want to do something like:
       *
       *   const blob = new Blob([buffer], { type: 'image/jpeg' })
       *   document.querySelector('#photo').src = URL.createObjectURL(blob)
       */
      resolve(src, onError) {
        if (typeof node_buffer.Buffer === "function") {
          return node_buffer.Buffer.from(src, "base64");
        } else if (typeof atob === "function") {
          const str = atob(src.replace(/[\n\r]/g, ""));
          const buffer = new Uint8Array(str.length);
          for (let i = 0; i < str.length; ++i)
            buffer[i] = str.charCodeAt(i);
          return buffer;
        } else {
          onError("This environment does not support reading binary tags; either Buffer or atob is required");
          return src;
        }
      },
      stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
          return "";
        const buf = value;
        let str;
        if (typeof node_buffer.Buffer === "function") {
          str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
        } else if (typeof btoa === "function") {
          let s = "";
          for (let i = 0; i < buf.length; ++i)
            s += String.fromCharCode(buf[i]);
          str = btoa(s);
        } else {
          throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
          const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
          const n = Math.ceil(str.length / lineWidth);
          const lines = new Array(n);
          for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
            lines[i] = str.substr(o, lineWidth);
          }
          str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
      }
    };
    exports.binary = binary;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/pairs.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLSeq = require_YAMLSeq();
    function resolvePairs(seq, onError) {
      if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
          let item = seq.items[i];
          if (identity.isPair(item))
            continue;
          else if (identity.isMap(item)) {
            if (item.items.length > 1)
              onError("Each pair must have its own sequence indicator");
            const pair2 = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
            if (item.commentBefore)
              pair2.key.commentBefore = pair2.key.commentBefore ? `${item.commentBefore}
${pair2.key.commentBefore}` : item.commentBefore;
            if (item.comment) {
              const cn = pair2.value ?? pair2.key;
              cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
            }
            item = pair2;
          }
          seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
      } else
        onError("Expected a sequence for this tag");
      return seq;
    }
    function createPairs(schema, iterable, ctx) {
      const { replacer } = ctx;
      const pairs2 = new YAMLSeq.YAMLSeq(schema);
      pairs2.tag = "tag:yaml.org,2002:pairs";
      let i = 0;
      if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
          if (typeof replacer === "function")
            it = replacer.call(iterable, String(i++), it);
          let key2, value;
          if (Array.isArray(it)) {
            if (it.length === 2) {
              key2 = it[0];
              value = it[1];
            } else
              throw new TypeError(`Expected [key, value] tuple: ${it}`);
          } else if (it && it instanceof Object) {
            const keys = Object.keys(it);
            if (keys.length === 1) {
              key2 = keys[0];
              value = it[key2];
            } else {
              throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
            }
          } else {
            key2 = it;
          }
          pairs2.items.push(Pair.createPair(key2, value, ctx));
        }
      return pairs2;
    }
    var pairs = {
      collection: "seq",
      default: false,
      tag: "tag:yaml.org,2002:pairs",
      resolve: resolvePairs,
      createNode: createPairs
    };
    exports.createPairs = createPairs;
    exports.pairs = pairs;
    exports.resolvePairs = resolvePairs;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/omap.js"(exports) {
    "use strict";
    var identity = require_identity();
    var toJS = require_toJS();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var pairs = require_pairs();
    var YAMLOMap = class _YAMLOMap extends YAMLSeq.YAMLSeq {
      constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = _YAMLOMap.tag;
      }
      /**
       * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
       * but TypeScript won't allow widening the signature of a child method.
       */
      toJSON(_, ctx) {
        if (!ctx)
          return super.toJSON(_);
        const map = /* @__PURE__ */ new Map();
        if (ctx?.onCreate)
          ctx.onCreate(map);
        for (const pair2 of this.items) {
          let key2, value;
          if (identity.isPair(pair2)) {
            key2 = toJS.toJS(pair2.key, "", ctx);
            value = toJS.toJS(pair2.value, key2, ctx);
          } else {
            key2 = toJS.toJS(pair2, "", ctx);
          }
          if (map.has(key2))
            throw new Error("Ordered maps must not include duplicate keys");
          map.set(key2, value);
        }
        return map;
      }
      static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap2 = new this();
        omap2.items = pairs$1.items;
        return omap2;
      }
    };
    YAMLOMap.tag = "tag:yaml.org,2002:omap";
    var omap = {
      collection: "seq",
      identify: (value) => value instanceof Map,
      nodeClass: YAMLOMap,
      default: false,
      tag: "tag:yaml.org,2002:omap",
      resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key: key2 } of pairs$1.items) {
          if (identity.isScalar(key2)) {
            if (seenKeys.includes(key2.value)) {
              onError(`Ordered maps must not include duplicate keys: ${key2.value}`);
            } else {
              seenKeys.push(key2.value);
            }
          }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
      },
      createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
    };
    exports.YAMLOMap = YAMLOMap;
    exports.omap = omap;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/bool.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function boolStringify({ value, source }, ctx) {
      const boolObj = value ? trueTag : falseTag;
      if (source && boolObj.test.test(source))
        return source;
      return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
    var trueTag = {
      identify: (value) => value === true,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
      resolve: () => new Scalar.Scalar(true),
      stringify: boolStringify
    };
    var falseTag = {
      identify: (value) => value === false,
      default: true,
      tag: "tag:yaml.org,2002:bool",
      test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
      resolve: () => new Scalar.Scalar(false),
      stringify: boolStringify
    };
    exports.falseTag = falseTag;
    exports.trueTag = trueTag;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/float.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var stringifyNumber = require_stringifyNumber();
    var floatNaN = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
      resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
      stringify: stringifyNumber.stringifyNumber
    };
    var floatExp = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "EXP",
      test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
      resolve: (str) => parseFloat(str.replace(/_/g, "")),
      stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
      }
    };
    var float2 = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
      resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
        const dot = str.indexOf(".");
        if (dot !== -1) {
          const f = str.substring(dot + 1).replace(/_/g, "");
          if (f[f.length - 1] === "0")
            node.minFractionDigits = f.length;
        }
        return node;
      },
      stringify: stringifyNumber.stringifyNumber
    };
    exports.float = float2;
    exports.floatExp = floatExp;
    exports.floatNaN = floatNaN;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int2 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/int.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
    function intResolve(str, offset, radix, { intAsBigInt }) {
      const sign = str[0];
      if (sign === "-" || sign === "+")
        offset += 1;
      str = str.substring(offset).replace(/_/g, "");
      if (intAsBigInt) {
        switch (radix) {
          case 2:
            str = `0b${str}`;
            break;
          case 8:
            str = `0o${str}`;
            break;
          case 16:
            str = `0x${str}`;
            break;
        }
        const n2 = BigInt(str);
        return sign === "-" ? BigInt(-1) * n2 : n2;
      }
      const n = parseInt(str, radix);
      return sign === "-" ? -1 * n : n;
    }
    function intStringify(node, radix, prefix2) {
      const { value } = node;
      if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? "-" + prefix2 + str.substr(1) : prefix2 + str;
      }
      return stringifyNumber.stringifyNumber(node);
    }
    var intBin = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "BIN",
      test: /^[-+]?0b[0-1_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
      stringify: (node) => intStringify(node, 2, "0b")
    };
    var intOct = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "OCT",
      test: /^[-+]?0[0-7_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
      stringify: (node) => intStringify(node, 8, "0")
    };
    var int = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      test: /^[-+]?[0-9][0-9_]*$/,
      resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
      stringify: stringifyNumber.stringifyNumber
    };
    var intHex = {
      identify: intIdentify,
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "HEX",
      test: /^[-+]?0x[0-9a-fA-F_]+$/,
      resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
      stringify: (node) => intStringify(node, 16, "0x")
    };
    exports.int = int;
    exports.intBin = intBin;
    exports.intHex = intHex;
    exports.intOct = intOct;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/set.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSet = class _YAMLSet extends YAMLMap.YAMLMap {
      constructor(schema) {
        super(schema);
        this.tag = _YAMLSet.tag;
      }
      add(key2) {
        let pair2;
        if (identity.isPair(key2))
          pair2 = key2;
        else if (key2 && typeof key2 === "object" && "key" in key2 && "value" in key2 && key2.value === null)
          pair2 = new Pair.Pair(key2.key, null);
        else
          pair2 = new Pair.Pair(key2, null);
        const prev = YAMLMap.findPair(this.items, pair2.key);
        if (!prev)
          this.items.push(pair2);
      }
      /**
       * If `keepPair` is `true`, returns the Pair matching `key`.
       * Otherwise, returns the value of that Pair's key.
       */
      get(key2, keepPair) {
        const pair2 = YAMLMap.findPair(this.items, key2);
        return !keepPair && identity.isPair(pair2) ? identity.isScalar(pair2.key) ? pair2.key.value : pair2.key : pair2;
      }
      set(key2, value) {
        if (typeof value !== "boolean")
          throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key2);
        if (prev && !value) {
          this.items.splice(this.items.indexOf(prev), 1);
        } else if (!prev && value) {
          this.items.push(new Pair.Pair(key2));
        }
      }
      toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
      }
      toString(ctx, onComment, onChompKeep) {
        if (!ctx)
          return JSON.stringify(this);
        if (this.hasAllNullValues(true))
          return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
          throw new Error("Set items must all have null values");
      }
      static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set2 = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
          for (let value of iterable) {
            if (typeof replacer === "function")
              value = replacer.call(iterable, value, value);
            set2.items.push(Pair.createPair(value, null, ctx));
          }
        return set2;
      }
    };
    YAMLSet.tag = "tag:yaml.org,2002:set";
    var set = {
      collection: "map",
      identify: (value) => value instanceof Set,
      nodeClass: YAMLSet,
      default: false,
      tag: "tag:yaml.org,2002:set",
      createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
      resolve(map, onError) {
        if (identity.isMap(map)) {
          if (map.hasAllNullValues(true))
            return Object.assign(new YAMLSet(), map);
          else
            onError("Set items must all have null values");
        } else
          onError("Expected a mapping for this tag");
        return map;
      }
    };
    exports.YAMLSet = YAMLSet;
    exports.set = set;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/timestamp.js"(exports) {
    "use strict";
    var stringifyNumber = require_stringifyNumber();
    function parseSexagesimal(str, asBigInt) {
      const sign = str[0];
      const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
      const num = (n) => asBigInt ? BigInt(n) : Number(n);
      const res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
      return sign === "-" ? num(-1) * res : res;
    }
    function stringifySexagesimal(node) {
      let { value } = node;
      let num = (n) => n;
      if (typeof value === "bigint")
        num = (n) => BigInt(n);
      else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
      let sign = "";
      if (value < 0) {
        sign = "-";
        value *= num(-1);
      }
      const _60 = num(60);
      const parts = [value % _60];
      if (value < 60) {
        parts.unshift(0);
      } else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60);
        if (value >= 60) {
          value = (value - parts[0]) / _60;
          parts.unshift(value);
        }
      }
      return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
    }
    var intTime = {
      identify: (value) => typeof value === "bigint" || Number.isInteger(value),
      default: true,
      tag: "tag:yaml.org,2002:int",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
      resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
      stringify: stringifySexagesimal
    };
    var floatTime = {
      identify: (value) => typeof value === "number",
      default: true,
      tag: "tag:yaml.org,2002:float",
      format: "TIME",
      test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
      resolve: (str) => parseSexagesimal(str, false),
      stringify: stringifySexagesimal
    };
    var timestamp = {
      identify: (value) => value instanceof Date,
      default: true,
      tag: "tag:yaml.org,2002:timestamp",
      // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
      // may be omitted altogether, resulting in a date format. In such a case, the time part is
      // assumed to be 00:00:00Z (start of day, UTC).
      test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
      resolve(str) {
        const match2 = str.match(timestamp.test);
        if (!match2)
          throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
        const [, year, month, day, hour, minute, second] = match2.map(Number);
        const millisec = match2[7] ? Number((match2[7] + "00").substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match2[8];
        if (tz && tz !== "Z") {
          let d = parseSexagesimal(tz, false);
          if (Math.abs(d) < 30)
            d *= 60;
          date -= 6e4 * d;
        }
        return new Date(date);
      },
      stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
    };
    exports.floatTime = floatTime;
    exports.intTime = intTime;
    exports.timestamp = timestamp;
  }
});

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema3 = __commonJS({
  "node_modules/yaml/dist/schema/yaml-1.1/schema.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var binary = require_binary();
    var bool = require_bool2();
    var float2 = require_float2();
    var int = require_int2();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var set = require_set();
    var timestamp = require_timestamp();
    var schema = [
      map.map,
      seq.seq,
      string2.string,
      _null.nullTag,
      bool.trueTag,
      bool.falseTag,
      int.intBin,
      int.intOct,
      int.int,
      int.intHex,
      float2.floatNaN,
      float2.floatExp,
      float2.float,
      binary.binary,
      merge2.merge,
      omap.omap,
      pairs.pairs,
      set.set,
      timestamp.intTime,
      timestamp.floatTime,
      timestamp.timestamp
    ];
    exports.schema = schema;
  }
});

// node_modules/yaml/dist/schema/tags.js
var require_tags = __commonJS({
  "node_modules/yaml/dist/schema/tags.js"(exports) {
    "use strict";
    var map = require_map();
    var _null = require_null();
    var seq = require_seq();
    var string2 = require_string();
    var bool = require_bool();
    var float2 = require_float();
    var int = require_int();
    var schema = require_schema();
    var schema$1 = require_schema2();
    var binary = require_binary();
    var merge2 = require_merge();
    var omap = require_omap();
    var pairs = require_pairs();
    var schema$2 = require_schema3();
    var set = require_set();
    var timestamp = require_timestamp();
    var schemas = /* @__PURE__ */ new Map([
      ["core", schema.schema],
      ["failsafe", [map.map, seq.seq, string2.string]],
      ["json", schema$1.schema],
      ["yaml11", schema$2.schema],
      ["yaml-1.1", schema$2.schema]
    ]);
    var tagsByName = {
      binary: binary.binary,
      bool: bool.boolTag,
      float: float2.float,
      floatExp: float2.floatExp,
      floatNaN: float2.floatNaN,
      floatTime: timestamp.floatTime,
      int: int.int,
      intHex: int.intHex,
      intOct: int.intOct,
      intTime: timestamp.intTime,
      map: map.map,
      merge: merge2.merge,
      null: _null.nullTag,
      omap: omap.omap,
      pairs: pairs.pairs,
      seq: seq.seq,
      set: set.set,
      timestamp: timestamp.timestamp
    };
    var coreKnownTags = {
      "tag:yaml.org,2002:binary": binary.binary,
      "tag:yaml.org,2002:merge": merge2.merge,
      "tag:yaml.org,2002:omap": omap.omap,
      "tag:yaml.org,2002:pairs": pairs.pairs,
      "tag:yaml.org,2002:set": set.set,
      "tag:yaml.org,2002:timestamp": timestamp.timestamp
    };
    function getTags(customTags, schemaName, addMergeTag) {
      const schemaTags = schemas.get(schemaName);
      if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge2.merge) ? schemaTags.concat(merge2.merge) : schemaTags.slice();
      }
      let tags = schemaTags;
      if (!tags) {
        if (Array.isArray(customTags))
          tags = [];
        else {
          const keys = Array.from(schemas.keys()).filter((key2) => key2 !== "yaml11").map((key2) => JSON.stringify(key2)).join(", ");
          throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
      }
      if (Array.isArray(customTags)) {
        for (const tag of customTags)
          tags = tags.concat(tag);
      } else if (typeof customTags === "function") {
        tags = customTags(tags.slice());
      }
      if (addMergeTag)
        tags = tags.concat(merge2.merge);
      return tags.reduce((tags2, tag) => {
        const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
        if (!tagObj) {
          const tagName = JSON.stringify(tag);
          const keys = Object.keys(tagsByName).map((key2) => JSON.stringify(key2)).join(", ");
          throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags2.includes(tagObj))
          tags2.push(tagObj);
        return tags2;
      }, []);
    }
    exports.coreKnownTags = coreKnownTags;
    exports.getTags = getTags;
  }
});

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = __commonJS({
  "node_modules/yaml/dist/schema/Schema.js"(exports) {
    "use strict";
    var identity = require_identity();
    var map = require_map();
    var seq = require_seq();
    var string2 = require_string();
    var tags = require_tags();
    var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    var Schema3 = class _Schema {
      constructor({ compat, customTags, merge: merge2, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
        this.name = typeof schema === "string" && schema || "core";
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge2);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string2.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
      }
      clone() {
        const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
      }
    };
    exports.Schema = Schema3;
  }
});

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = __commonJS({
  "node_modules/yaml/dist/stringify/stringifyDocument.js"(exports) {
    "use strict";
    var identity = require_identity();
    var stringify = require_stringify();
    var stringifyComment = require_stringifyComment();
    function stringifyDocument(doc, options) {
      const lines = [];
      let hasDirectives = options.directives === true;
      if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
          lines.push(dir);
          hasDirectives = true;
        } else if (doc.directives.docStart)
          hasDirectives = true;
      }
      if (hasDirectives)
        lines.push("---");
      const ctx = stringify.createStringifyContext(doc, options);
      const { commentString } = ctx.options;
      if (doc.commentBefore) {
        if (lines.length !== 1)
          lines.unshift("");
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ""));
      }
      let chompKeep = false;
      let contentComment = null;
      if (doc.contents) {
        if (identity.isNode(doc.contents)) {
          if (doc.contents.spaceBefore && hasDirectives)
            lines.push("");
          if (doc.contents.commentBefore) {
            const cs = commentString(doc.contents.commentBefore);
            lines.push(stringifyComment.indentComment(cs, ""));
          }
          ctx.forceBlockIndent = !!doc.comment;
          contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
        let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
        if (contentComment)
          body += stringifyComment.lineComment(body, "", commentString(contentComment));
        if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
          lines[lines.length - 1] = `--- ${body}`;
        } else
          lines.push(body);
      } else {
        lines.push(stringify.stringify(doc.contents, ctx));
      }
      if (doc.directives?.docEnd) {
        if (doc.comment) {
          const cs = commentString(doc.comment);
          if (cs.includes("\n")) {
            lines.push("...");
            lines.push(stringifyComment.indentComment(cs, ""));
          } else {
            lines.push(`... ${cs}`);
          }
        } else {
          lines.push("...");
        }
      } else {
        let dc = doc.comment;
        if (dc && chompKeep)
          dc = dc.replace(/^\n+/, "");
        if (dc) {
          if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
            lines.push("");
          lines.push(stringifyComment.indentComment(commentString(dc), ""));
        }
      }
      return lines.join("\n") + "\n";
    }
    exports.stringifyDocument = stringifyDocument;
  }
});

// node_modules/yaml/dist/doc/Document.js
var require_Document = __commonJS({
  "node_modules/yaml/dist/doc/Document.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var Collection = require_Collection();
    var identity = require_identity();
    var Pair = require_Pair();
    var toJS = require_toJS();
    var Schema3 = require_Schema();
    var stringifyDocument = require_stringifyDocument();
    var anchors = require_anchors();
    var applyReviver = require_applyReviver();
    var createNode = require_createNode();
    var directives = require_directives();
    var Document = class _Document {
      constructor(value, replacer, options) {
        this.commentBefore = null;
        this.comment = null;
        this.errors = [];
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === "function" || Array.isArray(replacer)) {
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const opt = Object.assign({
          intAsBigInt: false,
          keepSourceTokens: false,
          logLevel: "warn",
          prettyErrors: true,
          strict: true,
          stringKeys: false,
          uniqueKeys: true,
          version: "1.2"
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
          this.directives = options._directives.atDocument();
          if (this.directives.yaml.explicit)
            version = this.directives.yaml.version;
        } else
          this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
      }
      /**
       * Create a deep copy of this Document and its contents.
       *
       * Custom Node values that inherit from `Object` still refer to their original instances.
       */
      clone() {
        const copy = Object.create(_Document.prototype, {
          [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
          copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
        if (this.range)
          copy.range = this.range.slice();
        return copy;
      }
      /** Adds a value to the document. */
      add(value) {
        if (assertCollection(this.contents))
          this.contents.add(value);
      }
      /** Adds a value to the document. */
      addIn(path2, value) {
        if (assertCollection(this.contents))
          this.contents.addIn(path2, value);
      }
      /**
       * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
       *
       * If `node` already has an anchor, `name` is ignored.
       * Otherwise, the `node.anchor` value will be set to `name`,
       * or if an anchor with that name is already present in the document,
       * `name` will be used as a prefix for a new unique anchor.
       * If `name` is undefined, the generated anchor will use 'a' as a prefix.
       */
      createAlias(node, name) {
        if (!node.anchor) {
          const prev = anchors.anchorNames(this);
          node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
        }
        return new Alias.Alias(node.anchor);
      }
      createNode(value, replacer, options) {
        let _replacer = void 0;
        if (typeof replacer === "function") {
          value = replacer.call({ "": value }, "", value);
          _replacer = replacer;
        } else if (Array.isArray(replacer)) {
          const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
          const asStr = replacer.filter(keyToStr).map(String);
          if (asStr.length > 0)
            replacer = replacer.concat(asStr);
          _replacer = replacer;
        } else if (options === void 0 && replacer) {
          options = replacer;
          replacer = void 0;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(
          this,
          // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
          anchorPrefix || "a"
        );
        const ctx = {
          aliasDuplicateObjects: aliasDuplicateObjects ?? true,
          keepUndefined: keepUndefined ?? false,
          onAnchor,
          onTagObj,
          replacer: _replacer,
          schema: this.schema,
          sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
          node.flow = true;
        setAnchors();
        return node;
      }
      /**
       * Convert a key and a value into a `Pair` using the current schema,
       * recursively wrapping all values as `Scalar` or `Collection` nodes.
       */
      createPair(key2, value, options = {}) {
        const k = this.createNode(key2, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      delete(key2) {
        return assertCollection(this.contents) ? this.contents.delete(key2) : false;
      }
      /**
       * Removes a value from the document.
       * @returns `true` if the item was found and removed.
       */
      deleteIn(path2) {
        if (Collection.isEmptyPath(path2)) {
          if (this.contents == null)
            return false;
          this.contents = null;
          return true;
        }
        return assertCollection(this.contents) ? this.contents.deleteIn(path2) : false;
      }
      /**
       * Returns item at `key`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      get(key2, keepScalar) {
        return identity.isCollection(this.contents) ? this.contents.get(key2, keepScalar) : void 0;
      }
      /**
       * Returns item at `path`, or `undefined` if not found. By default unwraps
       * scalar values from their surrounding node; to disable set `keepScalar` to
       * `true` (collections are always returned intact).
       */
      getIn(path2, keepScalar) {
        if (Collection.isEmptyPath(path2))
          return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
        return identity.isCollection(this.contents) ? this.contents.getIn(path2, keepScalar) : void 0;
      }
      /**
       * Checks if the document includes a value with the key `key`.
       */
      has(key2) {
        return identity.isCollection(this.contents) ? this.contents.has(key2) : false;
      }
      /**
       * Checks if the document includes a value at `path`.
       */
      hasIn(path2) {
        if (Collection.isEmptyPath(path2))
          return this.contents !== void 0;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path2) : false;
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      set(key2, value) {
        if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, [key2], value);
        } else if (assertCollection(this.contents)) {
          this.contents.set(key2, value);
        }
      }
      /**
       * Sets a value in this document. For `!!set`, `value` needs to be a
       * boolean to add/remove the item from the set.
       */
      setIn(path2, value) {
        if (Collection.isEmptyPath(path2)) {
          this.contents = value;
        } else if (this.contents == null) {
          this.contents = Collection.collectionFromPath(this.schema, Array.from(path2), value);
        } else if (assertCollection(this.contents)) {
          this.contents.setIn(path2, value);
        }
      }
      /**
       * Change the YAML version and schema used by the document.
       * A `null` version disables support for directives, explicit tags, anchors, and aliases.
       * It also requires the `schema` option to be given as a `Schema` instance value.
       *
       * Overrides all previously set schema options.
       */
      setSchema(version, options = {}) {
        if (typeof version === "number")
          version = String(version);
        let opt;
        switch (version) {
          case "1.1":
            if (this.directives)
              this.directives.yaml.version = "1.1";
            else
              this.directives = new directives.Directives({ version: "1.1" });
            opt = { resolveKnownTags: false, schema: "yaml-1.1" };
            break;
          case "1.2":
          case "next":
            if (this.directives)
              this.directives.yaml.version = version;
            else
              this.directives = new directives.Directives({ version });
            opt = { resolveKnownTags: true, schema: "core" };
            break;
          case null:
            if (this.directives)
              delete this.directives;
            opt = null;
            break;
          default: {
            const sv = JSON.stringify(version);
            throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
          }
        }
        if (options.schema instanceof Object)
          this.schema = options.schema;
        else if (opt)
          this.schema = new Schema3.Schema(Object.assign(opt, options));
        else
          throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
      }
      // json & jsonArg are only used from toJSON()
      toJS({ json: json2, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
          anchors: /* @__PURE__ */ new Map(),
          doc: this,
          keep: !json2,
          mapAsMap: mapAsMap === true,
          mapKeyWarned: false,
          maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
        if (typeof onAnchor === "function")
          for (const { count: count2, res: res2 } of ctx.anchors.values())
            onAnchor(res2, count2);
        return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
      }
      /**
       * A JSON representation of the document `contents`.
       *
       * @param jsonArg Used by `JSON.stringify` to indicate the array index or
       *   property name.
       */
      toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
      }
      /** A YAML representation of the document. */
      toString(options = {}) {
        if (this.errors.length > 0)
          throw new Error("Document with errors cannot be stringified");
        if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
          const s = JSON.stringify(options.indent);
          throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
      }
    };
    function assertCollection(contents) {
      if (identity.isCollection(contents))
        return true;
      throw new Error("Expected a YAML collection as document contents");
    }
    exports.Document = Document;
  }
});

// node_modules/yaml/dist/errors.js
var require_errors = __commonJS({
  "node_modules/yaml/dist/errors.js"(exports) {
    "use strict";
    var YAMLError = class extends Error {
      constructor(name, pos, code2, message2) {
        super();
        this.name = name;
        this.code = code2;
        this.message = message2;
        this.pos = pos;
      }
    };
    var YAMLParseError = class extends YAMLError {
      constructor(pos, code2, message2) {
        super("YAMLParseError", pos, code2, message2);
      }
    };
    var YAMLWarning = class extends YAMLError {
      constructor(pos, code2, message2) {
        super("YAMLWarning", pos, code2, message2);
      }
    };
    var prettifyError = (src, lc) => (error) => {
      if (error.pos[0] === -1)
        return;
      error.linePos = error.pos.map((pos) => lc.linePos(pos));
      const { line, col } = error.linePos[0];
      error.message += ` at line ${line}, column ${col}`;
      let ci = col - 1;
      let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
      if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = "\u2026" + lineStr.substring(trimStart);
        ci -= trimStart - 1;
      }
      if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + "\u2026";
      if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
          prev = prev.substring(0, 79) + "\u2026\n";
        lineStr = prev + lineStr;
      }
      if (/[^ ]/.test(lineStr)) {
        let count2 = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
          count2 = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = " ".repeat(ci) + "^".repeat(count2);
        error.message += `:

${lineStr}
${pointer}
`;
      }
    };
    exports.YAMLError = YAMLError;
    exports.YAMLParseError = YAMLParseError;
    exports.YAMLWarning = YAMLWarning;
    exports.prettifyError = prettifyError;
  }
});

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = __commonJS({
  "node_modules/yaml/dist/compose/resolve-props.js"(exports) {
    "use strict";
    function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
      let spaceBefore = false;
      let atNewline = startOnNewline;
      let hasSpace = startOnNewline;
      let comment = "";
      let commentSep = "";
      let hasNewline = false;
      let reqSpace = false;
      let tab = null;
      let anchor = null;
      let tag = null;
      let newlineAfterProp = null;
      let comma = null;
      let found = null;
      let start = null;
      for (const token2 of tokens) {
        if (reqSpace) {
          if (token2.type !== "space" && token2.type !== "newline" && token2.type !== "comma")
            onError(token2.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
          reqSpace = false;
        }
        if (tab) {
          if (atNewline && token2.type !== "comment" && token2.type !== "newline") {
            onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
          }
          tab = null;
        }
        switch (token2.type) {
          case "space":
            if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token2.source.includes("	")) {
              tab = token2;
            }
            hasSpace = true;
            break;
          case "comment": {
            if (!hasSpace)
              onError(token2, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
            const cb = token2.source.substring(1) || " ";
            if (!comment)
              comment = cb;
            else
              comment += commentSep + cb;
            commentSep = "";
            atNewline = false;
            break;
          }
          case "newline":
            if (atNewline) {
              if (comment)
                comment += token2.source;
              else if (!found || indicator !== "seq-item-ind")
                spaceBefore = true;
            } else
              commentSep += token2.source;
            atNewline = true;
            hasNewline = true;
            if (anchor || tag)
              newlineAfterProp = token2;
            hasSpace = true;
            break;
          case "anchor":
            if (anchor)
              onError(token2, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
            if (token2.source.endsWith(":"))
              onError(token2.offset + token2.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
            anchor = token2;
            start ?? (start = token2.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          case "tag": {
            if (tag)
              onError(token2, "MULTIPLE_TAGS", "A node can have at most one tag");
            tag = token2;
            start ?? (start = token2.offset);
            atNewline = false;
            hasSpace = false;
            reqSpace = true;
            break;
          }
          case indicator:
            if (anchor || tag)
              onError(token2, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token2.source} indicator`);
            if (found)
              onError(token2, "UNEXPECTED_TOKEN", `Unexpected ${token2.source} in ${flow ?? "collection"}`);
            found = token2;
            atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
            hasSpace = false;
            break;
          case "comma":
            if (flow) {
              if (comma)
                onError(token2, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
              comma = token2;
              atNewline = false;
              hasSpace = false;
              break;
            }
          // else fallthrough
          default:
            onError(token2, "UNEXPECTED_TOKEN", `Unexpected ${token2.type} token`);
            atNewline = false;
            hasSpace = false;
        }
      }
      const last = tokens[tokens.length - 1];
      const end = last ? last.offset + last.source.length : offset;
      if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
        onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      }
      if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
      };
    }
    exports.resolveProps = resolveProps;
  }
});

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = __commonJS({
  "node_modules/yaml/dist/compose/util-contains-newline.js"(exports) {
    "use strict";
    function containsNewline(key2) {
      if (!key2)
        return null;
      switch (key2.type) {
        case "alias":
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          if (key2.source.includes("\n"))
            return true;
          if (key2.end) {
            for (const st of key2.end)
              if (st.type === "newline")
                return true;
          }
          return false;
        case "flow-collection":
          for (const it of key2.items) {
            for (const st of it.start)
              if (st.type === "newline")
                return true;
            if (it.sep) {
              for (const st of it.sep)
                if (st.type === "newline")
                  return true;
            }
            if (containsNewline(it.key) || containsNewline(it.value))
              return true;
          }
          return false;
        default:
          return true;
      }
    }
    exports.containsNewline = containsNewline;
  }
});

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = __commonJS({
  "node_modules/yaml/dist/compose/util-flow-indent-check.js"(exports) {
    "use strict";
    var utilContainsNewline = require_util_contains_newline();
    function flowIndentCheck(indent, fc, onError) {
      if (fc?.type === "flow-collection") {
        const end = fc.end[0];
        if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) {
          const msg = "Flow end indicator should be more indented than parent";
          onError(end, "BAD_INDENT", msg, true);
        }
      }
    }
    exports.flowIndentCheck = flowIndentCheck;
  }
});

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = __commonJS({
  "node_modules/yaml/dist/compose/util-map-includes.js"(exports) {
    "use strict";
    var identity = require_identity();
    function mapIncludes(ctx, items, search) {
      const { uniqueKeys } = ctx.options;
      if (uniqueKeys === false)
        return false;
      const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
      return items.some((pair2) => isEqual(pair2.key, search));
    }
    exports.mapIncludes = mapIncludes;
  }
});

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-map.js"(exports) {
    "use strict";
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    var utilMapIncludes = require_util_map_includes();
    var startColMsg = "All mapping items must start at the same column";
    function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
      const map = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      let offset = bm.offset;
      let commentEnd = null;
      for (const collItem of bm.items) {
        const { start, key: key2, sep: sep3, value } = collItem;
        const keyProps = resolveProps.resolveProps(start, {
          indicator: "explicit-key-ind",
          next: key2 ?? sep3?.[0],
          offset,
          onError,
          parentIndent: bm.indent,
          startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
          if (key2) {
            if (key2.type === "block-seq")
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
            else if ("indent" in key2 && key2.indent !== bm.indent)
              onError(offset, "BAD_INDENT", startColMsg);
          }
          if (!keyProps.anchor && !keyProps.tag && !sep3) {
            commentEnd = keyProps.end;
            if (keyProps.comment) {
              if (map.comment)
                map.comment += "\n" + keyProps.comment;
              else
                map.comment = keyProps.comment;
            }
            continue;
          }
          if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key2)) {
            onError(key2 ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
          }
        } else if (keyProps.found?.indent !== bm.indent) {
          onError(offset, "BAD_INDENT", startColMsg);
        }
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key2 ? composeNode(ctx, key2, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bm.indent, key2, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        const valueProps = resolveProps.resolveProps(sep3 ?? [], {
          indicator: "map-value-ind",
          next: value,
          offset: keyNode.range[2],
          onError,
          parentIndent: bm.indent,
          startOnNewline: !key2 || key2.type === "block-scalar"
        });
        offset = valueProps.end;
        if (valueProps.found) {
          if (implicitKey) {
            if (value?.type === "block-map" && !valueProps.hasNewline)
              onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
            if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
              onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep3, null, valueProps, onError);
          if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
          offset = valueNode.range[2];
          const pair2 = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair2.srcToken = collItem;
          map.items.push(pair2);
        } else {
          if (implicitKey)
            onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
          if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair2 = new Pair.Pair(keyNode);
          if (ctx.options.keepSourceTokens)
            pair2.srcToken = collItem;
          map.items.push(pair2);
        }
      }
      if (commentEnd && commentEnd < offset)
        onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
      map.range = [bm.offset, offset, commentEnd ?? offset];
      return map;
    }
    exports.resolveBlockMap = resolveBlockMap;
  }
});

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-seq.js"(exports) {
    "use strict";
    var YAMLSeq = require_YAMLSeq();
    var resolveProps = require_resolve_props();
    var utilFlowIndentCheck = require_util_flow_indent_check();
    function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
      const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
      const seq = new NodeClass(ctx.schema);
      if (ctx.atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = bs.offset;
      let commentEnd = null;
      for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
          indicator: "seq-item-ind",
          next: value,
          offset,
          onError,
          parentIndent: bs.indent,
          startOnNewline: true
        });
        if (!props.found) {
          if (props.anchor || props.tag || value) {
            if (value?.type === "block-seq")
              onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
            else
              onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
          } else {
            commentEnd = props.end;
            if (props.comment)
              seq.comment = props.comment;
            continue;
          }
        }
        const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
          utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
      }
      seq.range = [bs.offset, offset, commentEnd ?? offset];
      return seq;
    }
    exports.resolveBlockSeq = resolveBlockSeq;
  }
});

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = __commonJS({
  "node_modules/yaml/dist/compose/resolve-end.js"(exports) {
    "use strict";
    function resolveEnd(end, offset, reqSpace, onError) {
      let comment = "";
      if (end) {
        let hasSpace = false;
        let sep3 = "";
        for (const token2 of end) {
          const { source, type } = token2;
          switch (type) {
            case "space":
              hasSpace = true;
              break;
            case "comment": {
              if (reqSpace && !hasSpace)
                onError(token2, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
              const cb = source.substring(1) || " ";
              if (!comment)
                comment = cb;
              else
                comment += sep3 + cb;
              sep3 = "";
              break;
            }
            case "newline":
              if (comment)
                sep3 += source;
              hasSpace = true;
              break;
            default:
              onError(token2, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
          }
          offset += source.length;
        }
      }
      return { comment, offset };
    }
    exports.resolveEnd = resolveEnd;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Pair = require_Pair();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    var utilContainsNewline = require_util_contains_newline();
    var utilMapIncludes = require_util_map_includes();
    var blockMsg = "Block collections are not allowed within flow collections";
    var isBlock = (token2) => token2 && (token2.type === "block-map" || token2.type === "block-seq");
    function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
      const isMap = fc.start.source === "{";
      const fcName = isMap ? "flow map" : "flow sequence";
      const NodeClass = tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq);
      const coll = new NodeClass(ctx.schema);
      coll.flow = true;
      const atRoot = ctx.atRoot;
      if (atRoot)
        ctx.atRoot = false;
      if (ctx.atKey)
        ctx.atKey = false;
      let offset = fc.offset + fc.start.source.length;
      for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key: key2, sep: sep3, value } = collItem;
        const props = resolveProps.resolveProps(start, {
          flow: fcName,
          indicator: "explicit-key-ind",
          next: key2 ?? sep3?.[0],
          offset,
          onError,
          parentIndent: fc.indent,
          startOnNewline: false
        });
        if (!props.found) {
          if (!props.anchor && !props.tag && !sep3 && !value) {
            if (i === 0 && props.comma)
              onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
            else if (i < fc.items.length - 1)
              onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
            if (props.comment) {
              if (coll.comment)
                coll.comment += "\n" + props.comment;
              else
                coll.comment = props.comment;
            }
            offset = props.end;
            continue;
          }
          if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key2))
            onError(
              key2,
              // checked by containsNewline()
              "MULTILINE_IMPLICIT_KEY",
              "Implicit keys of flow sequence pairs need to be on a single line"
            );
        }
        if (i === 0) {
          if (props.comma)
            onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        } else {
          if (!props.comma)
            onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
          if (props.comment) {
            let prevItemComment = "";
            loop: for (const st of start) {
              switch (st.type) {
                case "comma":
                case "space":
                  break;
                case "comment":
                  prevItemComment = st.source.substring(1);
                  break loop;
                default:
                  break loop;
              }
            }
            if (prevItemComment) {
              let prev = coll.items[coll.items.length - 1];
              if (identity.isPair(prev))
                prev = prev.value ?? prev.key;
              if (prev.comment)
                prev.comment += "\n" + prevItemComment;
              else
                prev.comment = prevItemComment;
              props.comment = props.comment.substring(prevItemComment.length + 1);
            }
          }
        }
        if (!isMap && !sep3 && !props.found) {
          const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep3, null, props, onError);
          coll.items.push(valueNode);
          offset = valueNode.range[2];
          if (isBlock(value))
            onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
        } else {
          ctx.atKey = true;
          const keyStart = props.end;
          const keyNode = key2 ? composeNode(ctx, key2, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
          if (isBlock(key2))
            onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
          ctx.atKey = false;
          const valueProps = resolveProps.resolveProps(sep3 ?? [], {
            flow: fcName,
            indicator: "map-value-ind",
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
          });
          if (valueProps.found) {
            if (!isMap && !props.found && ctx.options.strict) {
              if (sep3)
                for (const st of sep3) {
                  if (st === valueProps.found)
                    break;
                  if (st.type === "newline") {
                    onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                    break;
                  }
                }
              if (props.start < valueProps.found.offset - 1024)
                onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
            }
          } else if (value) {
            if ("source" in value && value.source?.[0] === ":")
              onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
            else
              onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
          }
          const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep3, null, valueProps, onError) : null;
          if (valueNode) {
            if (isBlock(value))
              onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
          } else if (valueProps.comment) {
            if (keyNode.comment)
              keyNode.comment += "\n" + valueProps.comment;
            else
              keyNode.comment = valueProps.comment;
          }
          const pair2 = new Pair.Pair(keyNode, valueNode);
          if (ctx.options.keepSourceTokens)
            pair2.srcToken = collItem;
          if (isMap) {
            const map = coll;
            if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
              onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
            map.items.push(pair2);
          } else {
            const map = new YAMLMap.YAMLMap(ctx.schema);
            map.flow = true;
            map.items.push(pair2);
            const endRange = (valueNode ?? keyNode).range;
            map.range = [keyNode.range[0], endRange[1], endRange[2]];
            coll.items.push(map);
          }
          offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
      }
      const expectedEnd = isMap ? "}" : "]";
      const [ce, ...ee] = fc.end;
      let cePos = offset;
      if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
      else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
        if (ce && ce.source.length !== 1)
          ee.unshift(ce);
      }
      if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
          if (coll.comment)
            coll.comment += "\n" + end.comment;
          else
            coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
      } else {
        coll.range = [fc.offset, cePos, cePos];
      }
      return coll;
    }
    exports.resolveFlowCollection = resolveFlowCollection;
  }
});

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = __commonJS({
  "node_modules/yaml/dist/compose/compose-collection.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var resolveBlockMap = require_resolve_block_map();
    var resolveBlockSeq = require_resolve_block_seq();
    var resolveFlowCollection = require_resolve_flow_collection();
    function resolveCollection(CN, ctx, token2, onError, tagName, tag) {
      const coll = token2.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token2, onError, tag) : token2.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token2, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token2, onError, tag);
      const Coll = coll.constructor;
      if (tagName === "!" || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
      }
      if (tagName)
        coll.tag = tagName;
      return coll;
    }
    function composeCollection(CN, ctx, token2, props, onError) {
      const tagToken = props.tag;
      const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
      if (token2.type === "block-seq") {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
          const message2 = "Missing newline after block sequence props";
          onError(lastProp, "MISSING_CHAR", message2);
        }
      }
      const expType = token2.type === "block-map" ? "map" : token2.type === "block-seq" ? "seq" : token2.start.source === "{" ? "map" : "seq";
      if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") {
        return resolveCollection(CN, ctx, token2, onError, tagName);
      }
      let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
      if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
          ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
          tag = kt;
        } else {
          if (kt) {
            onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
          } else {
            onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
          }
          return resolveCollection(CN, ctx, token2, onError, tagName);
        }
      }
      const coll = resolveCollection(CN, ctx, token2, onError, tagName, tag);
      const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
      const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
      node.range = coll.range;
      node.tag = tagName;
      if (tag?.format)
        node.format = tag.format;
      return node;
    }
    exports.composeCollection = composeCollection;
  }
});

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-block-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    function resolveBlockScalar(ctx, scalar2, onError) {
      const start = scalar2.offset;
      const header2 = parseBlockScalarHeader(scalar2, ctx.options.strict, onError);
      if (!header2)
        return { value: "", type: null, comment: "", range: [start, start, start] };
      const type = header2.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
      const lines = scalar2.source ? splitLines(scalar2.source) : [];
      let chompStart = lines.length;
      for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === "" || content === "\r")
          chompStart = i;
        else
          break;
      }
      if (chompStart === 0) {
        const value2 = header2.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
        let end2 = start + header2.length;
        if (scalar2.source)
          end2 += scalar2.source.length;
        return { value: value2, type, comment: header2.comment, range: [start, end2, end2] };
      }
      let trimIndent = scalar2.indent + header2.indent;
      let offset = scalar2.offset + header2.length;
      let contentStart = 0;
      for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === "" || content === "\r") {
          if (header2.indent === 0 && indent.length > trimIndent)
            trimIndent = indent.length;
        } else {
          if (indent.length < trimIndent) {
            const message2 = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
            onError(offset + indent.length, "MISSING_CHAR", message2);
          }
          if (header2.indent === 0)
            trimIndent = indent.length;
          contentStart = i;
          if (trimIndent === 0 && !ctx.atRoot) {
            const message2 = "Block scalar values in collections must be indented";
            onError(offset, "BAD_INDENT", message2);
          }
          break;
        }
        offset += indent.length + content.length + 1;
      }
      for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
          chompStart = i + 1;
      }
      let value = "";
      let sep3 = "";
      let prevMoreIndented = false;
      for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + "\n";
      for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === "\r";
        if (crlf)
          content = content.slice(0, -1);
        if (content && indent.length < trimIndent) {
          const src = header2.indent ? "explicit indentation indicator" : "first line";
          const message2 = `Block scalar lines must not be less indented than their ${src}`;
          onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message2);
          indent = "";
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
          value += sep3 + indent.slice(trimIndent) + content;
          sep3 = "\n";
        } else if (indent.length > trimIndent || content[0] === "	") {
          if (sep3 === " ")
            sep3 = "\n";
          else if (!prevMoreIndented && sep3 === "\n")
            sep3 = "\n\n";
          value += sep3 + indent.slice(trimIndent) + content;
          sep3 = "\n";
          prevMoreIndented = true;
        } else if (content === "") {
          if (sep3 === "\n")
            value += "\n";
          else
            sep3 = "\n";
        } else {
          value += sep3 + content;
          sep3 = " ";
          prevMoreIndented = false;
        }
      }
      switch (header2.chomp) {
        case "-":
          break;
        case "+":
          for (let i = chompStart; i < lines.length; ++i)
            value += "\n" + lines[i][0].slice(trimIndent);
          if (value[value.length - 1] !== "\n")
            value += "\n";
          break;
        default:
          value += "\n";
      }
      const end = start + header2.length + scalar2.source.length;
      return { value, type, comment: header2.comment, range: [start, end, end] };
    }
    function parseBlockScalarHeader({ offset, props }, strict2, onError) {
      if (props[0].type !== "block-scalar-header") {
        onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
        return null;
      }
      const { source } = props[0];
      const mode = source[0];
      let indent = 0;
      let chomp = "";
      let error = -1;
      for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === "-" || ch === "+"))
          chomp = ch;
        else {
          const n = Number(ch);
          if (!indent && n)
            indent = n;
          else if (error === -1)
            error = offset + i;
        }
      }
      if (error !== -1)
        onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
      let hasSpace = false;
      let comment = "";
      let length = source.length;
      for (let i = 1; i < props.length; ++i) {
        const token2 = props[i];
        switch (token2.type) {
          case "space":
            hasSpace = true;
          // fallthrough
          case "newline":
            length += token2.source.length;
            break;
          case "comment":
            if (strict2 && !hasSpace) {
              const message2 = "Comments must be separated from other tokens by white space characters";
              onError(token2, "MISSING_CHAR", message2);
            }
            length += token2.source.length;
            comment = token2.source.substring(1);
            break;
          case "error":
            onError(token2, "UNEXPECTED_TOKEN", token2.message);
            length += token2.source.length;
            break;
          /* istanbul ignore next should not happen */
          default: {
            const message2 = `Unexpected token in block scalar header: ${token2.type}`;
            onError(token2, "UNEXPECTED_TOKEN", message2);
            const ts = token2.source;
            if (ts && typeof ts === "string")
              length += ts.length;
          }
        }
      }
      return { mode, indent, chomp, comment, length };
    }
    function splitLines(source) {
      const split = source.split(/\n( *)/);
      const first = split[0];
      const m = first.match(/^( *)/);
      const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
      const lines = [line0];
      for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
      return lines;
    }
    exports.resolveBlockScalar = resolveBlockScalar;
  }
});

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = __commonJS({
  "node_modules/yaml/dist/compose/resolve-flow-scalar.js"(exports) {
    "use strict";
    var Scalar = require_Scalar();
    var resolveEnd = require_resolve_end();
    function resolveFlowScalar(scalar2, strict2, onError) {
      const { offset, type, source, end } = scalar2;
      let _type;
      let value;
      const _onError = (rel, code2, msg) => onError(offset + rel, code2, msg);
      switch (type) {
        case "scalar":
          _type = Scalar.Scalar.PLAIN;
          value = plainValue(source, _onError);
          break;
        case "single-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_SINGLE;
          value = singleQuotedValue(source, _onError);
          break;
        case "double-quoted-scalar":
          _type = Scalar.Scalar.QUOTE_DOUBLE;
          value = doubleQuotedValue(source, _onError);
          break;
        /* istanbul ignore next should not happen */
        default:
          onError(scalar2, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
          return {
            value: "",
            type: null,
            comment: "",
            range: [offset, offset + source.length, offset + source.length]
          };
      }
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, strict2, onError);
      return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
      };
    }
    function plainValue(source, onError) {
      let badChar = "";
      switch (source[0]) {
        /* istanbul ignore next should not happen */
        case "	":
          badChar = "a tab character";
          break;
        case ",":
          badChar = "flow indicator character ,";
          break;
        case "%":
          badChar = "directive indicator character %";
          break;
        case "|":
        case ">": {
          badChar = `block scalar indicator ${source[0]}`;
          break;
        }
        case "@":
        case "`": {
          badChar = `reserved character ${source[0]}`;
          break;
        }
      }
      if (badChar)
        onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
      return unfoldLines(source);
    }
    function singleQuotedValue(source, onError) {
      if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
      return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
    }
    function unfoldLines(source) {
      const line = /(.*?)\r?\n/sy;
      let match2 = line.exec(source);
      if (!match2)
        return source;
      let trimEnd, trimBoth;
      try {
        trimEnd = new RegExp("(?<![ 	])[ 	]+$");
        trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
      } catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
      }
      let res = match2[1].replace(trimEnd, "");
      let sep3 = " ";
      let pos = line.lastIndex;
      while (match2 = line.exec(source)) {
        const lm = match2[1].replace(trimBoth, "");
        if (lm === "") {
          if (sep3 === "\n")
            res += sep3;
          else
            sep3 = "\n";
        } else {
          res += sep3 + lm;
          sep3 = " ";
        }
        pos = line.lastIndex;
      }
      const last = /[ \t]*(.*)/sy;
      last.lastIndex = pos;
      match2 = last.exec(source);
      return res + sep3 + (match2?.[1] ?? "");
    }
    function doubleQuotedValue(source, onError) {
      let res = "";
      for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === "\r" && source[i + 1] === "\n")
          continue;
        if (ch === "\n") {
          const { fold, offset } = foldNewline(source, i);
          res += fold;
          i = offset;
        } else if (ch === "\\") {
          let next = source[++i];
          const cc = escapeCodes[next];
          if (cc)
            res += cc;
          else if (next === "\n") {
            next = source[i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "\r" && source[i + 1] === "\n") {
            next = source[++i + 1];
            while (next === " " || next === "	")
              next = source[++i + 1];
          } else if (next === "x" || next === "u" || next === "U") {
            const length = next === "x" ? 2 : next === "u" ? 4 : 8;
            res += parseCharCode(source, i + 1, length, onError);
            i += length;
          } else {
            const raw = source.substr(i - 1, 2);
            onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
            res += raw;
          }
        } else if (ch === " " || ch === "	") {
          const wsStart = i;
          let next = source[i + 1];
          while (next === " " || next === "	")
            next = source[++i + 1];
          if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
            res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        } else {
          res += ch;
        }
      }
      if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
      return res;
    }
    function foldNewline(source, offset) {
      let fold = "";
      let ch = source[offset + 1];
      while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
        if (ch === "\r" && source[offset + 2] !== "\n")
          break;
        if (ch === "\n")
          fold += "\n";
        offset += 1;
        ch = source[offset + 1];
      }
      if (!fold)
        fold = " ";
      return { fold, offset };
    }
    var escapeCodes = {
      "0": "\0",
      // null character
      a: "\x07",
      // bell character
      b: "\b",
      // backspace
      e: "\x1B",
      // escape character
      f: "\f",
      // form feed
      n: "\n",
      // line feed
      r: "\r",
      // carriage return
      t: "	",
      // horizontal tab
      v: "\v",
      // vertical tab
      N: "\x85",
      // Unicode next line
      _: "\xA0",
      // Unicode non-breaking space
      L: "\u2028",
      // Unicode line separator
      P: "\u2029",
      // Unicode paragraph separator
      " ": " ",
      '"': '"',
      "/": "/",
      "\\": "\\",
      "	": "	"
    };
    function parseCharCode(source, offset, length, onError) {
      const cc = source.substr(offset, length);
      const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
      const code2 = ok ? parseInt(cc, 16) : NaN;
      try {
        return String.fromCodePoint(code2);
      } catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        return raw;
      }
    }
    exports.resolveFlowScalar = resolveFlowScalar;
  }
});

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = __commonJS({
  "node_modules/yaml/dist/compose/compose-scalar.js"(exports) {
    "use strict";
    var identity = require_identity();
    var Scalar = require_Scalar();
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    function composeScalar(ctx, token2, tagToken, onError) {
      const { value, type, comment, range: range2 } = token2.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token2, onError) : resolveFlowScalar.resolveFlowScalar(token2, ctx.options.strict, onError);
      const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
      let tag;
      if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
      } else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
      else if (token2.type === "scalar")
        tag = findScalarTagByTest(ctx, value, token2, onError);
      else
        tag = ctx.schema[identity.SCALAR];
      let scalar2;
      try {
        const res = tag.resolve(value, (msg) => onError(tagToken ?? token2, "TAG_RESOLVE_FAILED", msg), ctx.options);
        scalar2 = identity.isScalar(res) ? res : new Scalar.Scalar(res);
      } catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token2, "TAG_RESOLVE_FAILED", msg);
        scalar2 = new Scalar.Scalar(value);
      }
      scalar2.range = range2;
      scalar2.source = value;
      if (type)
        scalar2.type = type;
      if (tagName)
        scalar2.tag = tagName;
      if (tag.format)
        scalar2.format = tag.format;
      if (comment)
        scalar2.comment = comment;
      return scalar2;
    }
    function findScalarTagByName(schema, value, tagName, tagToken, onError) {
      if (tagName === "!")
        return schema[identity.SCALAR];
      const matchWithTest = [];
      for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
          if (tag.default && tag.test)
            matchWithTest.push(tag);
          else
            return tag;
        }
      }
      for (const tag of matchWithTest)
        if (tag.test?.test(value))
          return tag;
      const kt = schema.knownTags[tagName];
      if (kt && !kt.collection) {
        schema.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
        return kt;
      }
      onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
      return schema[identity.SCALAR];
    }
    function findScalarTagByTest({ atKey, directives, schema }, value, token2, onError) {
      const tag = schema.tags.find((tag2) => (tag2.default === true || atKey && tag2.default === "key") && tag2.test?.test(value)) || schema[identity.SCALAR];
      if (schema.compat) {
        const compat = schema.compat.find((tag2) => tag2.default && tag2.test?.test(value)) ?? schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
          const ts = directives.tagString(tag.tag);
          const cs = directives.tagString(compat.tag);
          const msg = `Value may be parsed as either ${ts} or ${cs}`;
          onError(token2, "TAG_RESOLVE_FAILED", msg, true);
        }
      }
      return tag;
    }
    exports.composeScalar = composeScalar;
  }
});

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = __commonJS({
  "node_modules/yaml/dist/compose/util-empty-scalar-position.js"(exports) {
    "use strict";
    function emptyScalarPosition(offset, before2, pos) {
      if (before2) {
        pos ?? (pos = before2.length);
        for (let i = pos - 1; i >= 0; --i) {
          let st = before2[i];
          switch (st.type) {
            case "space":
            case "comment":
            case "newline":
              offset -= st.source.length;
              continue;
          }
          st = before2[++i];
          while (st?.type === "space") {
            offset += st.source.length;
            st = before2[++i];
          }
          break;
        }
      }
      return offset;
    }
    exports.emptyScalarPosition = emptyScalarPosition;
  }
});

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = __commonJS({
  "node_modules/yaml/dist/compose/compose-node.js"(exports) {
    "use strict";
    var Alias = require_Alias();
    var identity = require_identity();
    var composeCollection = require_compose_collection();
    var composeScalar = require_compose_scalar();
    var resolveEnd = require_resolve_end();
    var utilEmptyScalarPosition = require_util_empty_scalar_position();
    var CN = { composeNode, composeEmptyNode };
    function composeNode(ctx, token2, props, onError) {
      const atKey = ctx.atKey;
      const { spaceBefore, comment, anchor, tag } = props;
      let node;
      let isSrcToken = true;
      switch (token2.type) {
        case "alias":
          node = composeAlias(ctx, token2, onError);
          if (anchor || tag)
            onError(token2, "ALIAS_PROPS", "An alias node must not specify any properties");
          break;
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "block-scalar":
          node = composeScalar.composeScalar(ctx, token2, tag, onError);
          if (anchor)
            node.anchor = anchor.source.substring(1);
          break;
        case "block-map":
        case "block-seq":
        case "flow-collection":
          try {
            node = composeCollection.composeCollection(CN, ctx, token2, props, onError);
            if (anchor)
              node.anchor = anchor.source.substring(1);
          } catch (error) {
            const message2 = error instanceof Error ? error.message : String(error);
            onError(token2, "RESOURCE_EXHAUSTION", message2);
          }
          break;
        default: {
          const message2 = token2.type === "error" ? token2.message : `Unsupported token (type: ${token2.type})`;
          onError(token2, "UNEXPECTED_TOKEN", message2);
          isSrcToken = false;
        }
      }
      node ?? (node = composeEmptyNode(ctx, token2.offset, void 0, null, props, onError));
      if (anchor && node.anchor === "")
        onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
        const msg = "With stringKeys, all keys must be strings";
        onError(tag ?? token2, "NON_STRING_KEY", msg);
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        if (token2.type === "scalar" && token2.source === "")
          node.comment = comment;
        else
          node.commentBefore = comment;
      }
      if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token2;
      return node;
    }
    function composeEmptyNode(ctx, offset, before2, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
      const token2 = {
        type: "scalar",
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before2, pos),
        indent: -1,
        source: ""
      };
      const node = composeScalar.composeScalar(ctx, token2, tag, onError);
      if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === "")
          onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
      }
      if (spaceBefore)
        node.spaceBefore = true;
      if (comment) {
        node.comment = comment;
        node.range[2] = end;
      }
      return node;
    }
    function composeAlias({ options }, { offset, source, end }, onError) {
      const alias = new Alias.Alias(source.substring(1));
      if (alias.source === "")
        onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
      if (alias.source.endsWith(":"))
        onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
      const valueEnd = offset + source.length;
      const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
      alias.range = [offset, valueEnd, re.offset];
      if (re.comment)
        alias.comment = re.comment;
      return alias;
    }
    exports.composeEmptyNode = composeEmptyNode;
    exports.composeNode = composeNode;
  }
});

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = __commonJS({
  "node_modules/yaml/dist/compose/compose-doc.js"(exports) {
    "use strict";
    var Document = require_Document();
    var composeNode = require_compose_node();
    var resolveEnd = require_resolve_end();
    var resolveProps = require_resolve_props();
    function composeDoc(options, directives, { offset, start, value, end }, onError) {
      const opts = Object.assign({ _directives: directives }, options);
      const doc = new Document.Document(void 0, opts);
      const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
      };
      const props = resolveProps.resolveProps(start, {
        indicator: "doc-start",
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
      });
      if (props.found) {
        doc.directives.docStart = true;
        if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
          onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
      }
      doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
      const contentEnd = doc.contents.range[2];
      const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
      if (re.comment)
        doc.comment = re.comment;
      doc.range = [offset, contentEnd, re.offset];
      return doc;
    }
    exports.composeDoc = composeDoc;
  }
});

// node_modules/yaml/dist/compose/composer.js
var require_composer = __commonJS({
  "node_modules/yaml/dist/compose/composer.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var directives = require_directives();
    var Document = require_Document();
    var errors = require_errors();
    var identity = require_identity();
    var composeDoc = require_compose_doc();
    var resolveEnd = require_resolve_end();
    function getErrorPos(src) {
      if (typeof src === "number")
        return [src, src + 1];
      if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
      const { offset, source } = src;
      return [offset, offset + (typeof source === "string" ? source.length : 1)];
    }
    function parsePrelude(prelude) {
      let comment = "";
      let atComment = false;
      let afterEmptyLine = false;
      for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
          case "#":
            comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
            atComment = true;
            afterEmptyLine = false;
            break;
          case "%":
            if (prelude[i + 1]?.[0] !== "#")
              i += 1;
            atComment = false;
            break;
          default:
            if (!atComment)
              afterEmptyLine = true;
            atComment = false;
        }
      }
      return { comment, afterEmptyLine };
    }
    var Composer = class {
      constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code2, message2, warning) => {
          const pos = getErrorPos(source);
          if (warning)
            this.warnings.push(new errors.YAMLWarning(pos, code2, message2));
          else
            this.errors.push(new errors.YAMLParseError(pos, code2, message2));
        };
        this.directives = new directives.Directives({ version: options.version || "1.2" });
        this.options = options;
      }
      decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        if (comment) {
          const dc = doc.contents;
          if (afterDoc) {
            doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
          } else if (afterEmptyLine || doc.directives.docStart || !dc) {
            doc.commentBefore = comment;
          } else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
            let it = dc.items[0];
            if (identity.isPair(it))
              it = it.key;
            const cb = it.commentBefore;
            it.commentBefore = cb ? `${comment}
${cb}` : comment;
          } else {
            const cb = dc.commentBefore;
            dc.commentBefore = cb ? `${comment}
${cb}` : comment;
          }
        }
        if (afterDoc) {
          for (let i = 0; i < this.errors.length; ++i)
            doc.errors.push(this.errors[i]);
          for (let i = 0; i < this.warnings.length; ++i)
            doc.warnings.push(this.warnings[i]);
        } else {
          doc.errors = this.errors;
          doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
      }
      /**
       * Current stream status information.
       *
       * Mostly useful at the end of input for an empty stream.
       */
      streamInfo() {
        return {
          comment: parsePrelude(this.prelude).comment,
          directives: this.directives,
          errors: this.errors,
          warnings: this.warnings
        };
      }
      /**
       * Compose tokens into documents.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token2 of tokens)
          yield* this.next(token2);
        yield* this.end(forceDoc, endOffset);
      }
      /** Advance the composer by one CST token. */
      *next(token2) {
        if (node_process.env.LOG_STREAM)
          console.dir(token2, { depth: null });
        switch (token2.type) {
          case "directive":
            this.directives.add(token2.source, (offset, message2, warning) => {
              const pos = getErrorPos(token2);
              pos[0] += offset;
              this.onError(pos, "BAD_DIRECTIVE", message2, warning);
            });
            this.prelude.push(token2.source);
            this.atDirectives = true;
            break;
          case "document": {
            const doc = composeDoc.composeDoc(this.options, this.directives, token2, this.onError);
            if (this.atDirectives && !doc.directives.docStart)
              this.onError(token2, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
            this.decorate(doc, false);
            if (this.doc)
              yield this.doc;
            this.doc = doc;
            this.atDirectives = false;
            break;
          }
          case "byte-order-mark":
          case "space":
            break;
          case "comment":
          case "newline":
            this.prelude.push(token2.source);
            break;
          case "error": {
            const msg = token2.source ? `${token2.message}: ${JSON.stringify(token2.source)}` : token2.message;
            const error = new errors.YAMLParseError(getErrorPos(token2), "UNEXPECTED_TOKEN", msg);
            if (this.atDirectives || !this.doc)
              this.errors.push(error);
            else
              this.doc.errors.push(error);
            break;
          }
          case "doc-end": {
            if (!this.doc) {
              const msg = "Unexpected doc-end without preceding document";
              this.errors.push(new errors.YAMLParseError(getErrorPos(token2), "UNEXPECTED_TOKEN", msg));
              break;
            }
            this.doc.directives.docEnd = true;
            const end = resolveEnd.resolveEnd(token2.end, token2.offset + token2.source.length, this.doc.options.strict, this.onError);
            this.decorate(this.doc, true);
            if (end.comment) {
              const dc = this.doc.comment;
              this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
            }
            this.doc.range[2] = end.offset;
            break;
          }
          default:
            this.errors.push(new errors.YAMLParseError(getErrorPos(token2), "UNEXPECTED_TOKEN", `Unsupported token ${token2.type}`));
        }
      }
      /**
       * Call at end of input to yield any remaining document.
       *
       * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
       * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
       */
      *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
          this.decorate(this.doc, true);
          yield this.doc;
          this.doc = null;
        } else if (forceDoc) {
          const opts = Object.assign({ _directives: this.directives }, this.options);
          const doc = new Document.Document(void 0, opts);
          if (this.atDirectives)
            this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
          doc.range = [0, endOffset, endOffset];
          this.decorate(doc, false);
          yield doc;
        }
      }
    };
    exports.Composer = Composer;
  }
});

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = __commonJS({
  "node_modules/yaml/dist/parse/cst-scalar.js"(exports) {
    "use strict";
    var resolveBlockScalar = require_resolve_block_scalar();
    var resolveFlowScalar = require_resolve_flow_scalar();
    var errors = require_errors();
    var stringifyString = require_stringifyString();
    function resolveAsScalar(token2, strict2 = true, onError) {
      if (token2) {
        const _onError = (pos, code2, message2) => {
          const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
          if (onError)
            onError(offset, code2, message2);
          else
            throw new errors.YAMLParseError([offset, offset + 1], code2, message2);
        };
        switch (token2.type) {
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return resolveFlowScalar.resolveFlowScalar(token2, strict2, _onError);
          case "block-scalar":
            return resolveBlockScalar.resolveBlockScalar({ options: { strict: strict2 } }, token2, _onError);
        }
      }
      return null;
    }
    function createScalarToken(value, context) {
      const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      const end = context.end ?? [
        { type: "newline", offset: -1, indent, source: "\n" }
      ];
      switch (source[0]) {
        case "|":
        case ">": {
          const he = source.indexOf("\n");
          const head = source.substring(0, he);
          const body = source.substring(he + 1) + "\n";
          const props = [
            { type: "block-scalar-header", offset, indent, source: head }
          ];
          if (!addEndtoBlockProps(props, end))
            props.push({ type: "newline", offset: -1, indent, source: "\n" });
          return { type: "block-scalar", offset, indent, props, source: body };
        }
        case '"':
          return { type: "double-quoted-scalar", offset, indent, source, end };
        case "'":
          return { type: "single-quoted-scalar", offset, indent, source, end };
        default:
          return { type: "scalar", offset, indent, source, end };
      }
    }
    function setScalarValue(token2, value, context = {}) {
      let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
      let indent = "indent" in token2 ? token2.indent : null;
      if (afterKey && typeof indent === "number")
        indent += 2;
      if (!type)
        switch (token2.type) {
          case "single-quoted-scalar":
            type = "QUOTE_SINGLE";
            break;
          case "double-quoted-scalar":
            type = "QUOTE_DOUBLE";
            break;
          case "block-scalar": {
            const header2 = token2.props[0];
            if (header2.type !== "block-scalar-header")
              throw new Error("Invalid block scalar header");
            type = header2.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
            break;
          }
          default:
            type = "PLAIN";
        }
      const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
      });
      switch (source[0]) {
        case "|":
        case ">":
          setBlockScalarValue(token2, source);
          break;
        case '"':
          setFlowScalarValue(token2, source, "double-quoted-scalar");
          break;
        case "'":
          setFlowScalarValue(token2, source, "single-quoted-scalar");
          break;
        default:
          setFlowScalarValue(token2, source, "scalar");
      }
    }
    function setBlockScalarValue(token2, source) {
      const he = source.indexOf("\n");
      const head = source.substring(0, he);
      const body = source.substring(he + 1) + "\n";
      if (token2.type === "block-scalar") {
        const header2 = token2.props[0];
        if (header2.type !== "block-scalar-header")
          throw new Error("Invalid block scalar header");
        header2.source = head;
        token2.source = body;
      } else {
        const { offset } = token2;
        const indent = "indent" in token2 ? token2.indent : -1;
        const props = [
          { type: "block-scalar-header", offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, "end" in token2 ? token2.end : void 0))
          props.push({ type: "newline", offset: -1, indent, source: "\n" });
        for (const key2 of Object.keys(token2))
          if (key2 !== "type" && key2 !== "offset")
            delete token2[key2];
        Object.assign(token2, { type: "block-scalar", indent, props, source: body });
      }
    }
    function addEndtoBlockProps(props, end) {
      if (end)
        for (const st of end)
          switch (st.type) {
            case "space":
            case "comment":
              props.push(st);
              break;
            case "newline":
              props.push(st);
              return true;
          }
      return false;
    }
    function setFlowScalarValue(token2, source, type) {
      switch (token2.type) {
        case "scalar":
        case "double-quoted-scalar":
        case "single-quoted-scalar":
          token2.type = type;
          token2.source = source;
          break;
        case "block-scalar": {
          const end = token2.props.slice(1);
          let oa = source.length;
          if (token2.props[0].type === "block-scalar-header")
            oa -= token2.props[0].source.length;
          for (const tok of end)
            tok.offset += oa;
          delete token2.props;
          Object.assign(token2, { type, source, end });
          break;
        }
        case "block-map":
        case "block-seq": {
          const offset = token2.offset + source.length;
          const nl = { type: "newline", offset, indent: token2.indent, source: "\n" };
          delete token2.items;
          Object.assign(token2, { type, source, end: [nl] });
          break;
        }
        default: {
          const indent = "indent" in token2 ? token2.indent : -1;
          const end = "end" in token2 && Array.isArray(token2.end) ? token2.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
          for (const key2 of Object.keys(token2))
            if (key2 !== "type" && key2 !== "offset")
              delete token2[key2];
          Object.assign(token2, { type, indent, source, end });
        }
      }
    }
    exports.createScalarToken = createScalarToken;
    exports.resolveAsScalar = resolveAsScalar;
    exports.setScalarValue = setScalarValue;
  }
});

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = __commonJS({
  "node_modules/yaml/dist/parse/cst-stringify.js"(exports) {
    "use strict";
    var stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
    function stringifyToken(token2) {
      switch (token2.type) {
        case "block-scalar": {
          let res = "";
          for (const tok of token2.props)
            res += stringifyToken(tok);
          return res + token2.source;
        }
        case "block-map":
        case "block-seq": {
          let res = "";
          for (const item of token2.items)
            res += stringifyItem(item);
          return res;
        }
        case "flow-collection": {
          let res = token2.start.source;
          for (const item of token2.items)
            res += stringifyItem(item);
          for (const st of token2.end)
            res += st.source;
          return res;
        }
        case "document": {
          let res = stringifyItem(token2);
          if (token2.end)
            for (const st of token2.end)
              res += st.source;
          return res;
        }
        default: {
          let res = token2.source;
          if ("end" in token2 && token2.end)
            for (const st of token2.end)
              res += st.source;
          return res;
        }
      }
    }
    function stringifyItem({ start, key: key2, sep: sep3, value }) {
      let res = "";
      for (const st of start)
        res += st.source;
      if (key2)
        res += stringifyToken(key2);
      if (sep3)
        for (const st of sep3)
          res += st.source;
      if (value)
        res += stringifyToken(value);
      return res;
    }
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = __commonJS({
  "node_modules/yaml/dist/parse/cst-visit.js"(exports) {
    "use strict";
    var BREAK = /* @__PURE__ */ Symbol("break visit");
    var SKIP = /* @__PURE__ */ Symbol("skip children");
    var REMOVE = /* @__PURE__ */ Symbol("remove item");
    function visit(cst, visitor) {
      if ("type" in cst && cst.type === "document")
        cst = { start: cst.start, value: cst.value };
      _visit(Object.freeze([]), cst, visitor);
    }
    visit.BREAK = BREAK;
    visit.SKIP = SKIP;
    visit.REMOVE = REMOVE;
    visit.itemAtPath = (cst, path2) => {
      let item = cst;
      for (const [field3, index] of path2) {
        const tok = item?.[field3];
        if (tok && "items" in tok) {
          item = tok.items[index];
        } else
          return void 0;
      }
      return item;
    };
    visit.parentCollection = (cst, path2) => {
      const parent = visit.itemAtPath(cst, path2.slice(0, -1));
      const field3 = path2[path2.length - 1][0];
      const coll = parent?.[field3];
      if (coll && "items" in coll)
        return coll;
      throw new Error("Parent collection not found");
    };
    function _visit(path2, item, visitor) {
      let ctrl = visitor(item, path2);
      if (typeof ctrl === "symbol")
        return ctrl;
      for (const field3 of ["key", "value"]) {
        const token2 = item[field3];
        if (token2 && "items" in token2) {
          for (let i = 0; i < token2.items.length; ++i) {
            const ci = _visit(Object.freeze(path2.concat([[field3, i]])), token2.items[i], visitor);
            if (typeof ci === "number")
              i = ci - 1;
            else if (ci === BREAK)
              return BREAK;
            else if (ci === REMOVE) {
              token2.items.splice(i, 1);
              i -= 1;
            }
          }
          if (typeof ctrl === "function" && field3 === "key")
            ctrl = ctrl(item, path2);
        }
      }
      return typeof ctrl === "function" ? ctrl(item, path2) : ctrl;
    }
    exports.visit = visit;
  }
});

// node_modules/yaml/dist/parse/cst.js
var require_cst = __commonJS({
  "node_modules/yaml/dist/parse/cst.js"(exports) {
    "use strict";
    var cstScalar = require_cst_scalar();
    var cstStringify = require_cst_stringify();
    var cstVisit = require_cst_visit();
    var BOM = "\uFEFF";
    var DOCUMENT = "";
    var FLOW_END = "";
    var SCALAR = "";
    var isCollection = (token2) => !!token2 && "items" in token2;
    var isScalar = (token2) => !!token2 && (token2.type === "scalar" || token2.type === "single-quoted-scalar" || token2.type === "double-quoted-scalar" || token2.type === "block-scalar");
    function prettyToken(token2) {
      switch (token2) {
        case BOM:
          return "<BOM>";
        case DOCUMENT:
          return "<DOC>";
        case FLOW_END:
          return "<FLOW_END>";
        case SCALAR:
          return "<SCALAR>";
        default:
          return JSON.stringify(token2);
      }
    }
    function tokenType(source) {
      switch (source) {
        case BOM:
          return "byte-order-mark";
        case DOCUMENT:
          return "doc-mode";
        case FLOW_END:
          return "flow-error-end";
        case SCALAR:
          return "scalar";
        case "---":
          return "doc-start";
        case "...":
          return "doc-end";
        case "":
        case "\n":
        case "\r\n":
          return "newline";
        case "-":
          return "seq-item-ind";
        case "?":
          return "explicit-key-ind";
        case ":":
          return "map-value-ind";
        case "{":
          return "flow-map-start";
        case "}":
          return "flow-map-end";
        case "[":
          return "flow-seq-start";
        case "]":
          return "flow-seq-end";
        case ",":
          return "comma";
      }
      switch (source[0]) {
        case " ":
        case "	":
          return "space";
        case "#":
          return "comment";
        case "%":
          return "directive-line";
        case "*":
          return "alias";
        case "&":
          return "anchor";
        case "!":
          return "tag";
        case "'":
          return "single-quoted-scalar";
        case '"':
          return "double-quoted-scalar";
        case "|":
        case ">":
          return "block-scalar-header";
      }
      return null;
    }
    exports.createScalarToken = cstScalar.createScalarToken;
    exports.resolveAsScalar = cstScalar.resolveAsScalar;
    exports.setScalarValue = cstScalar.setScalarValue;
    exports.stringify = cstStringify.stringify;
    exports.visit = cstVisit.visit;
    exports.BOM = BOM;
    exports.DOCUMENT = DOCUMENT;
    exports.FLOW_END = FLOW_END;
    exports.SCALAR = SCALAR;
    exports.isCollection = isCollection;
    exports.isScalar = isScalar;
    exports.prettyToken = prettyToken;
    exports.tokenType = tokenType;
  }
});

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = __commonJS({
  "node_modules/yaml/dist/parse/lexer.js"(exports) {
    "use strict";
    var cst = require_cst();
    function isEmpty2(ch) {
      switch (ch) {
        case void 0:
        case " ":
        case "\n":
        case "\r":
        case "	":
          return true;
        default:
          return false;
      }
    }
    var hexDigits = new Set("0123456789ABCDEFabcdef");
    var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
    var flowIndicatorChars = new Set(",[]{}");
    var invalidAnchorChars = new Set(" ,[]{}\n\r	");
    var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
    var Lexer = class {
      constructor() {
        this.atEnd = false;
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        this.buffer = "";
        this.flowKey = false;
        this.flowLevel = 0;
        this.indentNext = 0;
        this.indentValue = 0;
        this.lineEndPos = null;
        this.next = null;
        this.pos = 0;
      }
      /**
       * Generate YAML tokens from the `source` string. If `incomplete`,
       * a part of the last line may be left as a buffer for the next call.
       *
       * @returns A generator of lexical tokens
       */
      *lex(source, incomplete = false) {
        if (source) {
          if (typeof source !== "string")
            throw TypeError("source is not a string");
          this.buffer = this.buffer ? this.buffer + source : source;
          this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? "stream";
        while (next && (incomplete || this.hasChars(1)))
          next = yield* this.parseNext(next);
      }
      atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === " " || ch === "	")
          ch = this.buffer[++i];
        if (!ch || ch === "#" || ch === "\n")
          return true;
        if (ch === "\r")
          return this.buffer[i + 1] === "\n";
        return false;
      }
      charAt(n) {
        return this.buffer[this.pos + n];
      }
      continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
          let indent = 0;
          while (ch === " ")
            ch = this.buffer[++indent + offset];
          if (ch === "\r") {
            const next = this.buffer[indent + offset + 1];
            if (next === "\n" || !next && !this.atEnd)
              return offset + indent + 1;
          }
          return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
        }
        if (ch === "-" || ch === ".") {
          const dt = this.buffer.substr(offset, 3);
          if ((dt === "---" || dt === "...") && isEmpty2(this.buffer[offset + 3]))
            return -1;
        }
        return offset;
      }
      getLine() {
        let end = this.lineEndPos;
        if (typeof end !== "number" || end !== -1 && end < this.pos) {
          end = this.buffer.indexOf("\n", this.pos);
          this.lineEndPos = end;
        }
        if (end === -1)
          return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === "\r")
          end -= 1;
        return this.buffer.substring(this.pos, end);
      }
      hasChars(n) {
        return this.pos + n <= this.buffer.length;
      }
      setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
      }
      peek(n) {
        return this.buffer.substr(this.pos, n);
      }
      *parseNext(next) {
        switch (next) {
          case "stream":
            return yield* this.parseStream();
          case "line-start":
            return yield* this.parseLineStart();
          case "block-start":
            return yield* this.parseBlockStart();
          case "doc":
            return yield* this.parseDocument();
          case "flow":
            return yield* this.parseFlowCollection();
          case "quoted-scalar":
            return yield* this.parseQuotedScalar();
          case "block-scalar":
            return yield* this.parseBlockScalar();
          case "plain-scalar":
            return yield* this.parsePlainScalar();
        }
      }
      *parseStream() {
        let line = this.getLine();
        if (line === null)
          return this.setNext("stream");
        if (line[0] === cst.BOM) {
          yield* this.pushCount(1);
          line = line.substring(1);
        }
        if (line[0] === "%") {
          let dirEnd = line.length;
          let cs = line.indexOf("#");
          while (cs !== -1) {
            const ch = line[cs - 1];
            if (ch === " " || ch === "	") {
              dirEnd = cs - 1;
              break;
            } else {
              cs = line.indexOf("#", cs + 1);
            }
          }
          while (true) {
            const ch = line[dirEnd - 1];
            if (ch === " " || ch === "	")
              dirEnd -= 1;
            else
              break;
          }
          const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
          yield* this.pushCount(line.length - n);
          this.pushNewline();
          return "stream";
        }
        if (this.atLineEnd()) {
          const sp = yield* this.pushSpaces(true);
          yield* this.pushCount(line.length - sp);
          yield* this.pushNewline();
          return "stream";
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
      }
      *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
          return this.setNext("line-start");
        if (ch === "-" || ch === ".") {
          if (!this.atEnd && !this.hasChars(4))
            return this.setNext("line-start");
          const s = this.peek(3);
          if ((s === "---" || s === "...") && isEmpty2(this.charAt(3))) {
            yield* this.pushCount(3);
            this.indentValue = 0;
            this.indentNext = 0;
            return s === "---" ? "doc" : "stream";
          }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty2(this.charAt(1)))
          this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
      }
      *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
          return this.setNext("block-start");
        if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty2(ch1)) {
          const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
          this.indentNext = this.indentValue + 1;
          this.indentValue += n;
          return "block-start";
        }
        return "doc";
      }
      *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
          return this.setNext("doc");
        let n = yield* this.pushIndicators();
        switch (line[n]) {
          case "#":
            yield* this.pushCount(line.length - n);
          // fallthrough
          case void 0:
            yield* this.pushNewline();
            return yield* this.parseLineStart();
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel = 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            return "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "doc";
          case '"':
          case "'":
            return yield* this.parseQuotedScalar();
          case "|":
          case ">":
            n += yield* this.parseBlockScalarHeader();
            n += yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - n);
            yield* this.pushNewline();
            return yield* this.parseBlockScalar();
          default:
            return yield* this.parsePlainScalar();
        }
      }
      *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
          nl = yield* this.pushNewline();
          if (nl > 0) {
            sp = yield* this.pushSpaces(false);
            this.indentValue = indent = sp;
          } else {
            sp = 0;
          }
          sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
          return this.setNext("flow");
        if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty2(line[3])) {
          const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}");
          if (!atFlowEndMarker) {
            this.flowLevel = 0;
            yield cst.FLOW_END;
            return yield* this.parseLineStart();
          }
        }
        let n = 0;
        while (line[n] === ",") {
          n += yield* this.pushCount(1);
          n += yield* this.pushSpaces(true);
          this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
          case void 0:
            return "flow";
          case "#":
            yield* this.pushCount(line.length - n);
            return "flow";
          case "{":
          case "[":
            yield* this.pushCount(1);
            this.flowKey = false;
            this.flowLevel += 1;
            return "flow";
          case "}":
          case "]":
            yield* this.pushCount(1);
            this.flowKey = true;
            this.flowLevel -= 1;
            return this.flowLevel ? "flow" : "doc";
          case "*":
            yield* this.pushUntil(isNotAnchorChar);
            return "flow";
          case '"':
          case "'":
            this.flowKey = true;
            return yield* this.parseQuotedScalar();
          case ":": {
            const next = this.charAt(1);
            if (this.flowKey || isEmpty2(next) || next === ",") {
              this.flowKey = false;
              yield* this.pushCount(1);
              yield* this.pushSpaces(true);
              return "flow";
            }
          }
          // fallthrough
          default:
            this.flowKey = false;
            return yield* this.parsePlainScalar();
        }
      }
      *parseQuotedScalar() {
        const quote2 = this.charAt(0);
        let end = this.buffer.indexOf(quote2, this.pos + 1);
        if (quote2 === "'") {
          while (end !== -1 && this.buffer[end + 1] === "'")
            end = this.buffer.indexOf("'", end + 2);
        } else {
          while (end !== -1) {
            let n = 0;
            while (this.buffer[end - 1 - n] === "\\")
              n += 1;
            if (n % 2 === 0)
              break;
            end = this.buffer.indexOf('"', end + 1);
          }
        }
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf("\n", this.pos);
        if (nl !== -1) {
          while (nl !== -1) {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = qb.indexOf("\n", cs);
          }
          if (nl !== -1) {
            end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
          }
        }
        if (end === -1) {
          if (!this.atEnd)
            return this.setNext("quoted-scalar");
          end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? "flow" : "doc";
      }
      *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
          const ch = this.buffer[++i];
          if (ch === "+")
            this.blockScalarKeep = true;
          else if (ch > "0" && ch <= "9")
            this.blockScalarIndent = Number(ch) - 1;
          else if (ch !== "-")
            break;
        }
        return yield* this.pushUntil((ch) => isEmpty2(ch) || ch === "#");
      }
      *parseBlockScalar() {
        let nl = this.pos - 1;
        let indent = 0;
        let ch;
        loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
          switch (ch) {
            case " ":
              indent += 1;
              break;
            case "\n":
              nl = i2;
              indent = 0;
              break;
            case "\r": {
              const next = this.buffer[i2 + 1];
              if (!next && !this.atEnd)
                return this.setNext("block-scalar");
              if (next === "\n")
                break;
            }
            // fallthrough
            default:
              break loop;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("block-scalar");
        if (indent >= this.indentNext) {
          if (this.blockScalarIndent === -1)
            this.indentNext = indent;
          else {
            this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
          }
          do {
            const cs = this.continueScalar(nl + 1);
            if (cs === -1)
              break;
            nl = this.buffer.indexOf("\n", cs);
          } while (nl !== -1);
          if (nl === -1) {
            if (!this.atEnd)
              return this.setNext("block-scalar");
            nl = this.buffer.length;
          }
        }
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === " ")
          ch = this.buffer[++i];
        if (ch === "	") {
          while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
            ch = this.buffer[++i];
          nl = i - 1;
        } else if (!this.blockScalarKeep) {
          do {
            let i2 = nl - 1;
            let ch2 = this.buffer[i2];
            if (ch2 === "\r")
              ch2 = this.buffer[--i2];
            const lastChar = i2;
            while (ch2 === " ")
              ch2 = this.buffer[--i2];
            if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
              nl = i2;
            else
              break;
          } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
      }
      *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while (ch = this.buffer[++i]) {
          if (ch === ":") {
            const next = this.buffer[i + 1];
            if (isEmpty2(next) || inFlow && flowIndicatorChars.has(next))
              break;
            end = i;
          } else if (isEmpty2(ch)) {
            let next = this.buffer[i + 1];
            if (ch === "\r") {
              if (next === "\n") {
                i += 1;
                ch = "\n";
                next = this.buffer[i + 1];
              } else
                end = i;
            }
            if (next === "#" || inFlow && flowIndicatorChars.has(next))
              break;
            if (ch === "\n") {
              const cs = this.continueScalar(i + 1);
              if (cs === -1)
                break;
              i = Math.max(i, cs - 2);
            }
          } else {
            if (inFlow && flowIndicatorChars.has(ch))
              break;
            end = i;
          }
        }
        if (!ch && !this.atEnd)
          return this.setNext("plain-scalar");
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? "flow" : "doc";
      }
      *pushCount(n) {
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos += n;
          return n;
        }
        return 0;
      }
      *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
          yield s;
          this.pos += s.length;
          return s.length;
        } else if (allowEmpty)
          yield "";
        return 0;
      }
      *pushIndicators() {
        let n = 0;
        loop: while (true) {
          switch (this.charAt(0)) {
            case "!":
              n += yield* this.pushTag();
              n += yield* this.pushSpaces(true);
              continue loop;
            case "&":
              n += yield* this.pushUntil(isNotAnchorChar);
              n += yield* this.pushSpaces(true);
              continue loop;
            case "-":
            // this is an error
            case "?":
            // this is an error outside flow collections
            case ":": {
              const inFlow = this.flowLevel > 0;
              const ch1 = this.charAt(1);
              if (isEmpty2(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
                if (!inFlow)
                  this.indentNext = this.indentValue + 1;
                else if (this.flowKey)
                  this.flowKey = false;
                n += yield* this.pushCount(1);
                n += yield* this.pushSpaces(true);
                continue loop;
              }
            }
          }
          break loop;
        }
        return n;
      }
      *pushTag() {
        if (this.charAt(1) === "<") {
          let i = this.pos + 2;
          let ch = this.buffer[i];
          while (!isEmpty2(ch) && ch !== ">")
            ch = this.buffer[++i];
          return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
        } else {
          let i = this.pos + 1;
          let ch = this.buffer[i];
          while (ch) {
            if (tagChars.has(ch))
              ch = this.buffer[++i];
            else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
              ch = this.buffer[i += 3];
            } else
              break;
          }
          return yield* this.pushToIndex(i, false);
        }
      }
      *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === "\n")
          return yield* this.pushCount(1);
        else if (ch === "\r" && this.charAt(1) === "\n")
          return yield* this.pushCount(2);
        else
          return 0;
      }
      *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
          ch = this.buffer[++i];
        } while (ch === " " || allowTabs && ch === "	");
        const n = i - this.pos;
        if (n > 0) {
          yield this.buffer.substr(this.pos, n);
          this.pos = i;
        }
        return n;
      }
      *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
          ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
      }
    };
    exports.Lexer = Lexer;
  }
});

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = __commonJS({
  "node_modules/yaml/dist/parse/line-counter.js"(exports) {
    "use strict";
    var LineCounter = class {
      constructor() {
        this.lineStarts = [];
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        this.linePos = (offset) => {
          let low = 0;
          let high = this.lineStarts.length;
          while (low < high) {
            const mid = low + high >> 1;
            if (this.lineStarts[mid] < offset)
              low = mid + 1;
            else
              high = mid;
          }
          if (this.lineStarts[low] === offset)
            return { line: low + 1, col: 1 };
          if (low === 0)
            return { line: 0, col: offset };
          const start = this.lineStarts[low - 1];
          return { line: low, col: offset - start + 1 };
        };
      }
    };
    exports.LineCounter = LineCounter;
  }
});

// node_modules/yaml/dist/parse/parser.js
var require_parser = __commonJS({
  "node_modules/yaml/dist/parse/parser.js"(exports) {
    "use strict";
    var node_process = __require("process");
    var cst = require_cst();
    var lexer = require_lexer();
    function includesToken(list4, type) {
      for (let i = 0; i < list4.length; ++i)
        if (list4[i].type === type)
          return true;
      return false;
    }
    function findNonEmptyIndex(list4) {
      for (let i = 0; i < list4.length; ++i) {
        switch (list4[i].type) {
          case "space":
          case "comment":
          case "newline":
            break;
          default:
            return i;
        }
      }
      return -1;
    }
    function isFlowToken(token2) {
      switch (token2?.type) {
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar":
        case "flow-collection":
          return true;
        default:
          return false;
      }
    }
    function getPrevProps(parent) {
      switch (parent.type) {
        case "document":
          return parent.start;
        case "block-map": {
          const it = parent.items[parent.items.length - 1];
          return it.sep ?? it.start;
        }
        case "block-seq":
          return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
          return [];
      }
    }
    function getFirstKeyStartProps(prev) {
      if (prev.length === 0)
        return [];
      let i = prev.length;
      loop: while (--i >= 0) {
        switch (prev[i].type) {
          case "doc-start":
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
          case "newline":
            break loop;
        }
      }
      while (prev[++i]?.type === "space") {
      }
      return prev.splice(i, prev.length);
    }
    function arrayPushArray(target, source) {
      if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
      else
        for (let i = 0; i < source.length; ++i)
          target.push(source[i]);
    }
    function fixFlowSeqItems(fc) {
      if (fc.start.type === "flow-seq-start") {
        for (const it of fc.items) {
          if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
            if (it.key)
              it.value = it.key;
            delete it.key;
            if (isFlowToken(it.value)) {
              if (it.value.end)
                arrayPushArray(it.value.end, it.sep);
              else
                it.value.end = it.sep;
            } else
              arrayPushArray(it.start, it.sep);
            delete it.sep;
          }
        }
      }
    }
    var Parser = class {
      /**
       * @param onNewLine - If defined, called separately with the start position of
       *   each new line (in `parse()`, including the start of input).
       */
      constructor(onNewLine) {
        this.atNewLine = true;
        this.atScalar = false;
        this.indent = 0;
        this.offset = 0;
        this.onKeyLine = false;
        this.stack = [];
        this.source = "";
        this.type = "";
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
      }
      /**
       * Parse `source` as a YAML stream.
       * If `incomplete`, a part of the last line may be left as a buffer for the next call.
       *
       * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
       *
       * @returns A generator of tokens representing each directive, document, and other structure.
       */
      *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
          this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
          yield* this.next(lexeme);
        if (!incomplete)
          yield* this.end();
      }
      /**
       * Advance the parser by the `source` of one lexical token.
       */
      *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
          console.log("|", cst.prettyToken(source));
        if (this.atScalar) {
          this.atScalar = false;
          yield* this.step();
          this.offset += source.length;
          return;
        }
        const type = cst.tokenType(source);
        if (!type) {
          const message2 = `Not a YAML token: ${source}`;
          yield* this.pop({ type: "error", offset: this.offset, message: message2, source });
          this.offset += source.length;
        } else if (type === "scalar") {
          this.atNewLine = false;
          this.atScalar = true;
          this.type = "scalar";
        } else {
          this.type = type;
          yield* this.step();
          switch (type) {
            case "newline":
              this.atNewLine = true;
              this.indent = 0;
              if (this.onNewLine)
                this.onNewLine(this.offset + source.length);
              break;
            case "space":
              if (this.atNewLine && source[0] === " ")
                this.indent += source.length;
              break;
            case "explicit-key-ind":
            case "map-value-ind":
            case "seq-item-ind":
              if (this.atNewLine)
                this.indent += source.length;
              break;
            case "doc-mode":
            case "flow-error-end":
              return;
            default:
              this.atNewLine = false;
          }
          this.offset += source.length;
        }
      }
      /** Call at end of input to push out any remaining constructions */
      *end() {
        while (this.stack.length > 0)
          yield* this.pop();
      }
      get sourceToken() {
        const st = {
          type: this.type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
        return st;
      }
      *step() {
        const top = this.peek(1);
        if (this.type === "doc-end" && top?.type !== "doc-end") {
          while (this.stack.length > 0)
            yield* this.pop();
          this.stack.push({
            type: "doc-end",
            offset: this.offset,
            source: this.source
          });
          return;
        }
        if (!top)
          return yield* this.stream();
        switch (top.type) {
          case "document":
            return yield* this.document(top);
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return yield* this.scalar(top);
          case "block-scalar":
            return yield* this.blockScalar(top);
          case "block-map":
            return yield* this.blockMap(top);
          case "block-seq":
            return yield* this.blockSequence(top);
          case "flow-collection":
            return yield* this.flowCollection(top);
          case "doc-end":
            return yield* this.documentEnd(top);
        }
        yield* this.pop();
      }
      peek(n) {
        return this.stack[this.stack.length - n];
      }
      *pop(error) {
        const token2 = error ?? this.stack.pop();
        if (!token2) {
          const message2 = "Tried to pop an empty stack";
          yield { type: "error", offset: this.offset, source: "", message: message2 };
        } else if (this.stack.length === 0) {
          yield token2;
        } else {
          const top = this.peek(1);
          if (token2.type === "block-scalar") {
            token2.indent = "indent" in top ? top.indent : 0;
          } else if (token2.type === "flow-collection" && top.type === "document") {
            token2.indent = 0;
          }
          if (token2.type === "flow-collection")
            fixFlowSeqItems(token2);
          switch (top.type) {
            case "document":
              top.value = token2;
              break;
            case "block-scalar":
              top.props.push(token2);
              break;
            case "block-map": {
              const it = top.items[top.items.length - 1];
              if (it.value) {
                top.items.push({ start: [], key: token2, sep: [] });
                this.onKeyLine = true;
                return;
              } else if (it.sep) {
                it.value = token2;
              } else {
                Object.assign(it, { key: token2, sep: [] });
                this.onKeyLine = !it.explicitKey;
                return;
              }
              break;
            }
            case "block-seq": {
              const it = top.items[top.items.length - 1];
              if (it.value)
                top.items.push({ start: [], value: token2 });
              else
                it.value = token2;
              break;
            }
            case "flow-collection": {
              const it = top.items[top.items.length - 1];
              if (!it || it.value)
                top.items.push({ start: [], key: token2, sep: [] });
              else if (it.sep)
                it.value = token2;
              else
                Object.assign(it, { key: token2, sep: [] });
              return;
            }
            /* istanbul ignore next should not happen */
            default:
              yield* this.pop();
              yield* this.pop(token2);
          }
          if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token2.type === "block-map" || token2.type === "block-seq")) {
            const last = token2.items[token2.items.length - 1];
            if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token2.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token2.indent))) {
              if (top.type === "document")
                top.end = last.start;
              else
                top.items.push({ start: last.start });
              token2.items.splice(-1, 1);
            }
          }
        }
      }
      *stream() {
        switch (this.type) {
          case "directive-line":
            yield { type: "directive", offset: this.offset, source: this.source };
            return;
          case "byte-order-mark":
          case "space":
          case "comment":
          case "newline":
            yield this.sourceToken;
            return;
          case "doc-mode":
          case "doc-start": {
            const doc = {
              type: "document",
              offset: this.offset,
              start: []
            };
            if (this.type === "doc-start")
              doc.start.push(this.sourceToken);
            this.stack.push(doc);
            return;
          }
        }
        yield {
          type: "error",
          offset: this.offset,
          message: `Unexpected ${this.type} token in YAML stream`,
          source: this.source
        };
      }
      *document(doc) {
        if (doc.value)
          return yield* this.lineEnd(doc);
        switch (this.type) {
          case "doc-start": {
            if (findNonEmptyIndex(doc.start) !== -1) {
              yield* this.pop();
              yield* this.step();
            } else
              doc.start.push(this.sourceToken);
            return;
          }
          case "anchor":
          case "tag":
          case "space":
          case "comment":
          case "newline":
            doc.start.push(this.sourceToken);
            return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
          this.stack.push(bv);
        else {
          yield {
            type: "error",
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML document`,
            source: this.source
          };
        }
      }
      *scalar(scalar2) {
        if (this.type === "map-value-ind") {
          const prev = getPrevProps(this.peek(2));
          const start = getFirstKeyStartProps(prev);
          let sep3;
          if (scalar2.end) {
            sep3 = scalar2.end;
            sep3.push(this.sourceToken);
            delete scalar2.end;
          } else
            sep3 = [this.sourceToken];
          const map = {
            type: "block-map",
            offset: scalar2.offset,
            indent: scalar2.indent,
            items: [{ start, key: scalar2, sep: sep3 }]
          };
          this.onKeyLine = true;
          this.stack[this.stack.length - 1] = map;
        } else
          yield* this.lineEnd(scalar2);
      }
      *blockScalar(scalar2) {
        switch (this.type) {
          case "space":
          case "comment":
          case "newline":
            scalar2.props.push(this.sourceToken);
            return;
          case "scalar":
            scalar2.source = this.source;
            this.atNewLine = true;
            this.indent = 0;
            if (this.onNewLine) {
              let nl = this.source.indexOf("\n") + 1;
              while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf("\n", nl) + 1;
              }
            }
            yield* this.pop();
            break;
          /* istanbul ignore next should not happen */
          default:
            yield* this.pop();
            yield* this.step();
        }
      }
      *blockMap(map) {
        const it = map.items[map.items.length - 1];
        switch (this.type) {
          case "newline":
            this.onKeyLine = false;
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              it.start.push(this.sourceToken);
            }
            return;
          case "space":
          case "comment":
            if (it.value) {
              map.items.push({ start: [this.sourceToken] });
            } else if (it.sep) {
              it.sep.push(this.sourceToken);
            } else {
              if (this.atIndentedComment(it.start, map.indent)) {
                const prev = map.items[map.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  map.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
        }
        if (this.indent >= map.indent) {
          const atMapIndent = !this.onKeyLine && this.indent === map.indent;
          const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
          let start = [];
          if (atNextItem && it.sep && !it.value) {
            const nl = [];
            for (let i = 0; i < it.sep.length; ++i) {
              const st = it.sep[i];
              switch (st.type) {
                case "newline":
                  nl.push(i);
                  break;
                case "space":
                  break;
                case "comment":
                  if (st.indent > map.indent)
                    nl.length = 0;
                  break;
                default:
                  nl.length = 0;
              }
            }
            if (nl.length >= 2)
              start = it.sep.splice(nl[1]);
          }
          switch (this.type) {
            case "anchor":
            case "tag":
              if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start });
                this.onKeyLine = true;
              } else if (it.sep) {
                it.sep.push(this.sourceToken);
              } else {
                it.start.push(this.sourceToken);
              }
              return;
            case "explicit-key-ind":
              if (!it.sep && !it.explicitKey) {
                it.start.push(this.sourceToken);
                it.explicitKey = true;
              } else if (atNextItem || it.value) {
                start.push(this.sourceToken);
                map.items.push({ start, explicitKey: true });
              } else {
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: [this.sourceToken], explicitKey: true }]
                });
              }
              this.onKeyLine = true;
              return;
            case "map-value-ind":
              if (it.explicitKey) {
                if (!it.sep) {
                  if (includesToken(it.start, "newline")) {
                    Object.assign(it, { key: null, sep: [this.sourceToken] });
                  } else {
                    const start2 = getFirstKeyStartProps(it.start);
                    this.stack.push({
                      type: "block-map",
                      offset: this.offset,
                      indent: this.indent,
                      items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                    });
                  }
                } else if (it.value) {
                  map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                  });
                } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                  const start2 = getFirstKeyStartProps(it.start);
                  const key2 = it.key;
                  const sep3 = it.sep;
                  sep3.push(this.sourceToken);
                  delete it.key;
                  delete it.sep;
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: start2, key: key2, sep: sep3 }]
                  });
                } else if (start.length > 0) {
                  it.sep = it.sep.concat(start, this.sourceToken);
                } else {
                  it.sep.push(this.sourceToken);
                }
              } else {
                if (!it.sep) {
                  Object.assign(it, { key: null, sep: [this.sourceToken] });
                } else if (it.value || atNextItem) {
                  map.items.push({ start, key: null, sep: [this.sourceToken] });
                } else if (includesToken(it.sep, "map-value-ind")) {
                  this.stack.push({
                    type: "block-map",
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [], key: null, sep: [this.sourceToken] }]
                  });
                } else {
                  it.sep.push(this.sourceToken);
                }
              }
              this.onKeyLine = true;
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (atNextItem || it.value) {
                map.items.push({ start, key: fs, sep: [] });
                this.onKeyLine = true;
              } else if (it.sep) {
                this.stack.push(fs);
              } else {
                Object.assign(it, { key: fs, sep: [] });
                this.onKeyLine = true;
              }
              return;
            }
            default: {
              const bv = this.startBlockValue(map);
              if (bv) {
                if (bv.type === "block-seq") {
                  if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                    yield* this.pop({
                      type: "error",
                      offset: this.offset,
                      message: "Unexpected block-seq-ind on same line with key",
                      source: this.source
                    });
                    return;
                  }
                } else if (atMapIndent) {
                  map.items.push({ start });
                }
                this.stack.push(bv);
                return;
              }
            }
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
          case "newline":
            if (it.value) {
              const end = "end" in it.value ? it.value.end : void 0;
              const last = Array.isArray(end) ? end[end.length - 1] : void 0;
              if (last?.type === "comment")
                end?.push(this.sourceToken);
              else
                seq.items.push({ start: [this.sourceToken] });
            } else
              it.start.push(this.sourceToken);
            return;
          case "space":
          case "comment":
            if (it.value)
              seq.items.push({ start: [this.sourceToken] });
            else {
              if (this.atIndentedComment(it.start, seq.indent)) {
                const prev = seq.items[seq.items.length - 2];
                const end = prev?.value?.end;
                if (Array.isArray(end)) {
                  arrayPushArray(end, it.start);
                  end.push(this.sourceToken);
                  seq.items.pop();
                  return;
                }
              }
              it.start.push(this.sourceToken);
            }
            return;
          case "anchor":
          case "tag":
            if (it.value || this.indent <= seq.indent)
              break;
            it.start.push(this.sourceToken);
            return;
          case "seq-item-ind":
            if (this.indent !== seq.indent)
              break;
            if (it.value || includesToken(it.start, "seq-item-ind"))
              seq.items.push({ start: [this.sourceToken] });
            else
              it.start.push(this.sourceToken);
            return;
        }
        if (this.indent > seq.indent) {
          const bv = this.startBlockValue(seq);
          if (bv) {
            this.stack.push(bv);
            return;
          }
        }
        yield* this.pop();
        yield* this.step();
      }
      *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === "flow-error-end") {
          let top;
          do {
            yield* this.pop();
            top = this.peek(1);
          } while (top?.type === "flow-collection");
        } else if (fc.end.length === 0) {
          switch (this.type) {
            case "comma":
            case "explicit-key-ind":
              if (!it || it.sep)
                fc.items.push({ start: [this.sourceToken] });
              else
                it.start.push(this.sourceToken);
              return;
            case "map-value-ind":
              if (!it || it.value)
                fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              return;
            case "space":
            case "comment":
            case "newline":
            case "anchor":
            case "tag":
              if (!it || it.value)
                fc.items.push({ start: [this.sourceToken] });
              else if (it.sep)
                it.sep.push(this.sourceToken);
              else
                it.start.push(this.sourceToken);
              return;
            case "alias":
            case "scalar":
            case "single-quoted-scalar":
            case "double-quoted-scalar": {
              const fs = this.flowScalar(this.type);
              if (!it || it.value)
                fc.items.push({ start: [], key: fs, sep: [] });
              else if (it.sep)
                this.stack.push(fs);
              else
                Object.assign(it, { key: fs, sep: [] });
              return;
            }
            case "flow-map-end":
            case "flow-seq-end":
              fc.end.push(this.sourceToken);
              return;
          }
          const bv = this.startBlockValue(fc);
          if (bv)
            this.stack.push(bv);
          else {
            yield* this.pop();
            yield* this.step();
          }
        } else {
          const parent = this.peek(2);
          if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
            yield* this.pop();
            yield* this.step();
          } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            fixFlowSeqItems(fc);
            const sep3 = fc.end.splice(1, fc.end.length);
            sep3.push(this.sourceToken);
            const map = {
              type: "block-map",
              offset: fc.offset,
              indent: fc.indent,
              items: [{ start, key: fc, sep: sep3 }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
          } else {
            yield* this.lineEnd(fc);
          }
        }
      }
      flowScalar(type) {
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        return {
          type,
          offset: this.offset,
          indent: this.indent,
          source: this.source
        };
      }
      startBlockValue(parent) {
        switch (this.type) {
          case "alias":
          case "scalar":
          case "single-quoted-scalar":
          case "double-quoted-scalar":
            return this.flowScalar(this.type);
          case "block-scalar-header":
            return {
              type: "block-scalar",
              offset: this.offset,
              indent: this.indent,
              props: [this.sourceToken],
              source: ""
            };
          case "flow-map-start":
          case "flow-seq-start":
            return {
              type: "flow-collection",
              offset: this.offset,
              indent: this.indent,
              start: this.sourceToken,
              items: [],
              end: []
            };
          case "seq-item-ind":
            return {
              type: "block-seq",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken] }]
            };
          case "explicit-key-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            start.push(this.sourceToken);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, explicitKey: true }]
            };
          }
          case "map-value-ind": {
            this.onKeyLine = true;
            const prev = getPrevProps(parent);
            const start = getFirstKeyStartProps(prev);
            return {
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start, key: null, sep: [this.sourceToken] }]
            };
          }
        }
        return null;
      }
      atIndentedComment(start, indent) {
        if (this.type !== "comment")
          return false;
        if (this.indent <= indent)
          return false;
        return start.every((st) => st.type === "newline" || st.type === "space");
      }
      *documentEnd(docEnd) {
        if (this.type !== "doc-mode") {
          if (docEnd.end)
            docEnd.end.push(this.sourceToken);
          else
            docEnd.end = [this.sourceToken];
          if (this.type === "newline")
            yield* this.pop();
        }
      }
      *lineEnd(token2) {
        switch (this.type) {
          case "comma":
          case "doc-start":
          case "doc-end":
          case "flow-seq-end":
          case "flow-map-end":
          case "map-value-ind":
            yield* this.pop();
            yield* this.step();
            break;
          case "newline":
            this.onKeyLine = false;
          // fallthrough
          case "space":
          case "comment":
          default:
            if (token2.end)
              token2.end.push(this.sourceToken);
            else
              token2.end = [this.sourceToken];
            if (this.type === "newline")
              yield* this.pop();
        }
      }
    };
    exports.Parser = Parser;
  }
});

// node_modules/yaml/dist/public-api.js
var require_public_api = __commonJS({
  "node_modules/yaml/dist/public-api.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var errors = require_errors();
    var log = require_log();
    var identity = require_identity();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    function parseOptions(options) {
      const prettyErrors = options.prettyErrors !== false;
      const lineCounter$1 = options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null;
      return { lineCounter: lineCounter$1, prettyErrors };
    }
    function parseAllDocuments(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      const docs = Array.from(composer$1.compose(parser$1.parse(source)));
      if (prettyErrors && lineCounter2)
        for (const doc of docs) {
          doc.errors.forEach(errors.prettifyError(source, lineCounter2));
          doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
        }
      if (docs.length > 0)
        return docs;
      return Object.assign([], { empty: true }, composer$1.streamInfo());
    }
    function parseDocument2(source, options = {}) {
      const { lineCounter: lineCounter2, prettyErrors } = parseOptions(options);
      const parser$1 = new parser.Parser(lineCounter2?.addNewLine);
      const composer$1 = new composer.Composer(options);
      let doc = null;
      for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
          doc = _doc;
        else if (doc.options.logLevel !== "silent") {
          doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
          break;
        }
      }
      if (prettyErrors && lineCounter2) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter2));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter2));
      }
      return doc;
    }
    function parse4(src, reviver, options) {
      let _reviver = void 0;
      if (typeof reviver === "function") {
        _reviver = reviver;
      } else if (options === void 0 && reviver && typeof reviver === "object") {
        options = reviver;
      }
      const doc = parseDocument2(src, options);
      if (!doc)
        return null;
      doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
      if (doc.errors.length > 0) {
        if (doc.options.logLevel !== "silent")
          throw doc.errors[0];
        else
          doc.errors = [];
      }
      return doc.toJS(Object.assign({ reviver: _reviver }, options));
    }
    function stringify(value, replacer, options) {
      let _replacer = null;
      if (typeof replacer === "function" || Array.isArray(replacer)) {
        _replacer = replacer;
      } else if (options === void 0 && replacer) {
        options = replacer;
      }
      if (typeof options === "string")
        options = options.length;
      if (typeof options === "number") {
        const indent = Math.round(options);
        options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
      }
      if (value === void 0) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
          return void 0;
      }
      if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
      return new Document.Document(value, _replacer, options).toString(options);
    }
    exports.parse = parse4;
    exports.parseAllDocuments = parseAllDocuments;
    exports.parseDocument = parseDocument2;
    exports.stringify = stringify;
  }
});

// node_modules/yaml/dist/index.js
var require_dist = __commonJS({
  "node_modules/yaml/dist/index.js"(exports) {
    "use strict";
    var composer = require_composer();
    var Document = require_Document();
    var Schema3 = require_Schema();
    var errors = require_errors();
    var Alias = require_Alias();
    var identity = require_identity();
    var Pair = require_Pair();
    var Scalar = require_Scalar();
    var YAMLMap = require_YAMLMap();
    var YAMLSeq = require_YAMLSeq();
    var cst = require_cst();
    var lexer = require_lexer();
    var lineCounter = require_line_counter();
    var parser = require_parser();
    var publicApi = require_public_api();
    var visit = require_visit();
    exports.Composer = composer.Composer;
    exports.Document = Document.Document;
    exports.Schema = Schema3.Schema;
    exports.YAMLError = errors.YAMLError;
    exports.YAMLParseError = errors.YAMLParseError;
    exports.YAMLWarning = errors.YAMLWarning;
    exports.Alias = Alias.Alias;
    exports.isAlias = identity.isAlias;
    exports.isCollection = identity.isCollection;
    exports.isDocument = identity.isDocument;
    exports.isMap = identity.isMap;
    exports.isNode = identity.isNode;
    exports.isPair = identity.isPair;
    exports.isScalar = identity.isScalar;
    exports.isSeq = identity.isSeq;
    exports.Pair = Pair.Pair;
    exports.Scalar = Scalar.Scalar;
    exports.YAMLMap = YAMLMap.YAMLMap;
    exports.YAMLSeq = YAMLSeq.YAMLSeq;
    exports.CST = cst;
    exports.Lexer = lexer.Lexer;
    exports.LineCounter = lineCounter.LineCounter;
    exports.Parser = parser.Parser;
    exports.parse = publicApi.parse;
    exports.parseAllDocuments = publicApi.parseAllDocuments;
    exports.parseDocument = publicApi.parseDocument;
    exports.stringify = publicApi.stringify;
    exports.visit = visit.visit;
    exports.visitAsync = visit.visitAsync;
  }
});

// src/report/did-you-mean.ts
function suggestion(typed, known2) {
  const nearest = nearestTo(typed, known2);
  if (nearest !== null) return `did you mean '${nearest}'?`;
  return known2.length === 0 ? "expected none" : `expected ${known2.length === 1 ? "" : "one of "}${known2.join(", ")}`;
}
function nearestTo(typed, known2) {
  const furthest = Math.max(1, Math.floor(typed.length / 3));
  const [nearest] = known2.map((word) => ({ word, distance: editDistance(typed.toLowerCase(), word.toLowerCase()) })).filter(({ distance: distance2 }) => distance2 <= furthest).sort((a, b) => a.distance - b.distance);
  return nearest?.word ?? null;
}
function editDistance(one, other) {
  let beforeLast = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame2 = one[row - 1] === other[column - 1];
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame2 ? 0 : 1),
        isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Infinity
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[other.length] ?? 0;
}

// src/report/wrap.ts
var wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\p{Extended_Pictographic}]/u;
var combining = new RegExp("\\p{M}", "u");
function columns(text5) {
  let width = 0;
  for (const char of text5) width += char <= "~" ? 1 : combining.test(char) ? 0 : wide.test(char) ? 2 : 1;
  return width;
}
function wrap(text5, width) {
  const lines = [];
  for (const word of text5.split(" ")) {
    const last = lines.at(-1);
    if (last !== void 0 && columns(last) + 1 + columns(word) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

// src/report/labelled.ts
var textColumn = 12;
function labelled(label, text5, width, paint) {
  const [first = "", ...rest] = wrap(text5, Math.max(20, width - textColumn));
  const front = `  ${paint("strong", label.padEnd(textColumn - 2))}`;
  return [front + first, ...rest.map(indented)].join("\n");
}
function indented(line) {
  return line === "" ? "" : " ".repeat(textColumn) + line;
}

// src/report/paint.ts
var codes = {
  error: "1;31",
  warning: "1;33",
  notice: "1;36",
  good: "32",
  strong: "1",
  faint: "2"
};
function paintFor(colour) {
  return colour ? (style, text5) => `\x1B[${codes[style]}m${text5}\x1B[0m` : (_style, text5) => text5;
}

// src/report/rule-text.ts
function ruleText(rule, { colour, width }) {
  const paint = paintFor(colour);
  const say = (label, text5) => labelled(label, text5, width, paint);
  return [
    paint("strong", rule.id),
    wrap(rule.summary, width).join("\n"),
    "",
    say("severity", rule.severities),
    say("why", rule.why),
    say("fix", rule.fix)
  ].join("\n");
}
function ruleTable(rules2, { colour, width }) {
  const paint = paintFor(colour);
  const idColumn = Math.max(...rules2.map(({ id }) => id.length)) + 2;
  const lines = rules2.flatMap(({ id, severities: severities2, summary: summary2 }) => {
    const text5 = wrap(`${summary2} (${severities2})`, Math.max(20, width - idColumn));
    return text5.map(
      (line, index) => (index === 0 ? paint("strong", id.padEnd(idColumn)) : " ".repeat(idColumn)) + line
    );
  });
  return [...lines, "", "More about a rule: egress-review explain RULE"].join("\n");
}

// src/cli/arguments.ts
import { parseArgs } from "node:util";

// src/source/problem.ts
var InputError = class extends Error {
  name = "InputError";
  problems;
  constructor(problems, options) {
    super(problems.map((problem) => problem.message).join("\n"), options);
    this.problems = problems;
  }
};

// src/cli/usage-error.ts
function usageError(message2) {
  return new InputError([{ code: "usage", message: message2, at: null }]);
}

// src/cli/arguments.ts
function parseArguments(args, options) {
  const known2 = new Map(Object.entries(options));
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      [...known2].map(([name, { takes, short }]) => [
        name,
        { type: takes === null ? "boolean" : "string", ...short !== void 0 && { short } }
      ])
    ),
    strict: false,
    allowPositionals: true,
    tokens: true
  });
  const given = /* @__PURE__ */ new Map();
  for (const token2 of tokens) {
    if (token2.kind !== "option") continue;
    const { name, rawName } = token2;
    const option = known2.get(name);
    if (option === void 0) throw unknownOption(rawName, known2);
    const value = option.takes === null ? flag(token2) : text(token2, option.takes);
    const before2 = given.get(name);
    if (before2 !== void 0) throw givenTwice(rawName, before2, value);
    given.set(name, value);
  }
  return { value: (name) => given.get(name) ?? null, has: (name) => given.has(name), positionals };
}
function choice(option, value, choices) {
  const chosen = choices.find((candidate) => candidate === value);
  if (chosen !== void 0) return chosen;
  throw usageError(`${option} '${value}' is unknown, ${suggestion(value, choices)}`);
}
function text({ rawName, value, inlineValue }, takes) {
  if (value === void 0 || value === "") throw usageError(`option ${rawName} needs a value: ${rawName} ${takes}`);
  if (inlineValue !== true && /^-./.test(value)) {
    throw usageError(`option ${rawName} needs a value, found '${value}': ${rawName} ${takes}`);
  }
  return value;
}
function flag({ rawName, value }) {
  if (value !== void 0)
    throw usageError(`option ${rawName} takes no value, found '${value}': type ${rawName} alone`);
  return "";
}
function givenTwice(rawName, first, second) {
  const values = first === "" ? "" : `, with '${first}' and with '${second}'`;
  return usageError(`option ${rawName} is given twice${values}: expected once`);
}
function unknownOption(rawName, known2) {
  const names4 = [...known2.keys()].map((name) => `--${name}`);
  return usageError(`option '${rawName}' is unknown, ${suggestion(rawName, names4)}`);
}

// src/cli/command.ts
var program = "egress-review";
function commandHelp({ summary: summary2, usage, help }) {
  return `${summary2}.

${usageLine(usage)}

${help.trim()}
`;
}
function usageLine(usage) {
  const front = `Usage: ${program} `;
  return front + usage.split("\n").join(`
${" ".repeat(front.length)}`);
}

// src/cli/exit-code.ts
var exitCodes = { clean: 0, findings: 1, badInput: 2, bug: 3 };

// src/cli/io.ts
function terminalOptions({ isTerminal, columns: columns2 }, env) {
  const hasNoColour = (env["NO_COLOR"] ?? "") !== "";
  return { colour: isTerminal && !hasNoColour, width: Math.max(40, Math.min(columns2 ?? 100, 120)) };
}

// src/cli/commands/explain.ts
function explain(rules2) {
  return {
    name: "explain",
    usage: "explain RULE",
    summary: "Say what a rule reports, why that matters, and how to mend it",
    help: `
RULE is the name that a finding carries in brackets, like [traffic-captured].
'${program} rules' lists all of them.

Examples:
  ${program} explain traffic-captured
  ${program} explain wildcard-listener-added`,
    async run(args, io) {
      const { positionals } = parseArguments(args, {});
      const [name, ...rest] = positionals;
      if (name === void 0) throw usageError(`RULE is missing, ${suggestion("", namesOf(rules2))}`);
      if (rest[0] !== void 0) throw usageError(`'${rest[0]}' is one too many, expected a single RULE, '${name}'`);
      const rule = rules2.find(({ id }) => id === name);
      if (rule === void 0) throw unknownRule(name, rules2);
      await io.stdout.write(`${ruleText(rule, terminalOptions(io.stdout, io.env))}
`);
      return exitCodes.clean;
    }
  };
}
function unknownRule(name, rules2) {
  return usageError(`rule '${name}' is unknown, ${suggestion(name, namesOf(rules2))}`);
}
function namesOf(rules2) {
  return rules2.map(({ id }) => id);
}

// src/istio/version.ts
function parseVersion(text5) {
  const [, minor, patch] = /^v?1\.(\d{1,3})(?:\.(\d{1,3}))?(?:[-+].*)?$/.exec(text5) ?? [];
  return minor === void 0 ? null : { minor: Number(minor), patch: patch === void 0 ? Infinity : Number(patch) };
}
function compareVersions(a, b) {
  if (a.minor !== b.minor) return a.minor - b.minor;
  return a.patch === b.patch ? 0 : a.patch < b.patch ? -1 : 1;
}
function versionText({ minor, patch }) {
  return patch === Infinity ? `1.${minor}` : `1.${minor}.${patch}`;
}

// src/istio/span.ts
function since(first) {
  return { from: versionOf(first), before: null };
}
function before(firstWithout) {
  return { from: null, before: versionOf(firstWithout) };
}
function between(first, firstWithout) {
  return { from: versionOf(first), before: versionOf(firstWithout) };
}
function isWithin(version, span) {
  return (span.from === null || compareVersions(version, span.from) >= 0) && (span.before === null || compareVersions(version, span.before) < 0);
}
function versionOf(text5) {
  const version = parseVersion(text5);
  if (version === null) throw new Error(`'${text5}' is no release`);
  return version.patch === Infinity ? { ...version, patch: 0 } : version;
}

// src/istio/behaviours.ts
var behaviours = {
  /** Thrift is a protocol, rather than something unknown that is sniffed. */
  "thrift-protocol": { rule: "VD-3", releases: [before("1.14")] },
  /** A DestinationRule may name a subset twice. */
  "repeated-subsets": { rule: "IN-6", releases: [before("1.22")] },
  /** appProtocol `kubernetes.io/h2c` is HTTP/2. */
  "h2c-app-protocol": { rule: "VD-5", releases: [since("1.19")] },
  /** appProtocol `kubernetes.io/ws` and `kubernetes.io/wss` are HTTP and HTTPS. */
  "websocket-app-protocols": { rule: "VD-6", releases: [since("1.24")] },
  /** Spaces in the exportTo annotation of a Service do not count. */
  "trimmed-export-to": { rule: "VD-7", releases: [since("1.24")] },
  /** A Service without clusterIP is headless. */
  "headless-without-address": { rule: "VD-2", releases: [before("1.12")] },
  /** Services of equal age stand as their registries have them: entries by name, then Services by host. */
  "ties-in-registry-order": { rule: "VD-20", releases: [before("1.13")] },
  /** What is of equal age goes by name, then by namespace. */
  "ties-by-name": { rule: "VD-20", releases: [since("1.23")] },
  /** Of a host in several namespaces a Kubernetes Service is imported rather than an entry, and the own namespace's Gateway API routes go first. */
  "unified-sidecar-scope": {
    rule: "SC-13",
    releases: [since("1.24")],
    flag: { name: "PILOT_UNIFIED_SIDECAR_SCOPE", ...since("1.24") }
  },
  /** No Sidecar is the same as one that imports everything. */
  "default-scope-like-sidecar": {
    rule: "VD-36",
    releases: [since("1.24")],
    flag: { name: "PILOT_UNIFIED_SIDECAR_SCOPE", ...between("1.24", "1.27") }
  },
  /** Without a Sidecar each host is one service, whose ports those of others may join. */
  "one-service-a-host-without-sidecar": { rule: "VD-37", releases: [since("1.22")] },
  /** Without a Sidecar the own namespace's public Gateway API routes go first. */
  "own-gateway-routes-first-without-sidecar": { rule: "SC-15", releases: [since("1.19")] },
  /** Rules for other namespaces bring no destinations. */
  "destinations-by-source-namespace": { rule: "VD-31", releases: [since("1.24")] },
  /** destinationSubnets of a tls match hold for later matches as well, until one states its own. */
  "lasting-subnets": { rule: "VD-58", releases: [since("1.23")] },
  /** An ExternalName Service gives its names to the service that it means; else it is a DNS entry without addresses. */
  "external-name-aliases": {
    rule: "VD-29",
    releases: [since("1.21")],
    flag: { name: "ENABLE_EXTERNAL_NAME_ALIAS", ...between("1.20", "1.24") }
  },
  /** Of the services of one host and namespace rules mean the oldest, a Kubernetes Service before an entry; else the youngest. */
  "oldest-named": { rule: "VD-27", releases: [since("1.21")] },
  /** Services of one host join their ports only if they agree in all else; else if they are of one namespace. */
  "merge-like-services": { rule: "VD-30", releases: [since("1.22")] },
  /** HTTP on the ports of the sidecar's health and metrics makes no listener. */
  "reserved-metadata-ports": { rule: "VD-53", releases: [since("1.19")] },
  /** HTTP on the ports to which traffic is redirected makes no listener. */
  "reserved-capture-ports": { rule: "VD-54", releases: [since("1.21")] },
  /** Of services that are equal in age, name and namespace a Kubernetes Service goes before an entry; else after it. */
  "kubernetes-registry-first": {
    rule: "VD-21",
    releases: [between("1.20.8", "1.21"), between("1.21.4", "1.22"), since("1.22.1")]
  },
  /** Of wildcard hosts of VirtualServices the oldest that covers a service has it; else the most specific. */
  "oldest-wildcard-route": {
    rule: "VD-28",
    releases: [before("1.18.7"), between("1.19", "1.19.6"), between("1.20", "1.20.2")],
    flag: { name: "PERSIST_OLDEST_FIRST_HEURISTIC_FOR_VIRTUAL_SERVICE_HOST_MATCHING", ...between("1.18.7", "1.24") }
  },
  /** What is made from a Gateway API route is told from other VirtualServices. */
  "gateway-semantics": { rule: "VD-25", releases: [since("1.14")] },
  /** Of VirtualServices of one name a Sidecar imports the first, of whatever namespace. */
  "routes-by-name": { rule: "VD-19", releases: [before("1.12")] },
  /** The Sidecar of the root namespace governs namespaces without services of their own, too. */
  "root-sidecar-everywhere": { rule: "VD-18", releases: [since("1.12")] },
  /** What the entries for a namespace do not import those for any namespace may. */
  "fall-through-to-any-namespace": { rule: "VD-22", releases: [since("1.15")] },
  /** A destination brings the ports that rules name, rather than all. */
  "destination-ports": { rule: "VD-23", releases: [since("1.15")] },
  /** Ports that the scope of one Sidecar joins to a service stay with it for all (VD-24). */
  "shared-merges": { rule: "VD-24", releases: [before("1.14")] },
  /** A route that matches everything ends the list, whatever its match asks of the source; else only one whose match asks nothing. */
  "catch-all-routes": { rule: "RT-4", releases: [between("1.13.6", "1.14"), since("1.14.1")] },
  /** The copy of a service for an egress listener with a port has its endpoints. */
  "copies-keep-endpoints": { rule: "VD-70", releases: [since("1.12")] },
  /** And its automatic addresses. */
  "copies-keep-automatic-addresses": { rule: "VD-68", releases: [since("1.13")] },
  /** An egress listener with a port listens where its services do, rather than on every address. */
  "explicit-ports-by-service": { rule: "VD-51", releases: [since("1.16")] },
  /** HTTP/1.0 takes the HTTP chain. */
  "http-1.0-chains": { rule: "VD-47", releases: [before("1.13")], flag: { name: "PILOT_HTTP10", ...since("1.13") } },
  /** The table of an HTTP proxy listener is that of one service. */
  "private-http-proxy-tables": { rule: "VD-67", releases: [before("1.12")] },
  /** The table of one service answers whatever Host is asked. */
  "private-tables-for-any-host": { rule: "VD-44", releases: [since("1.12")] },
  /** Addresses of IPv6 and prefixes are domains, too. */
  "every-address-a-domain": { rule: "VD-45", releases: [since("1.12")] },
  /** The port of a Host does not count, and domains have none. */
  "port-blind-hosts": { rule: "VD-50", releases: [since("1.16")] },
  /** A Gateway API route holds for its own namespace and that of the service only. */
  "gateway-routes-by-namespace": { rule: "RT-8", releases: [since("1.19")] },
  /** Domains that differ only in case are one. */
  "domains-in-any-case": { rule: "VD-61", releases: [since("1.19")] },
  /** An entry without addresses listens on the wildcard address of an IPv6-only proxy, rather than on 0.0.0.0. */
  "ipv6-entries": { rule: "VD-15", releases: [since("1.18")] },
  /** It does so by the prefix ::/0. */
  "ipv6-entries-by-prefix": { rule: "VD-15", releases: [between("1.18", "1.20")] },
  /** And asks for the server name there if it is TLS. */
  "ipv6-server-names": { rule: "VD-16", releases: [since("1.20.4")] },
  /** HTTP and TCP on one bound address are held against each other like any two; else both stay. */
  "checked-mixes": { rule: "VD-55", releases: [since("1.19.1")] },
  /** A listener has the inspectors that its chains ask for in the end; else those that they asked for when they came. */
  "inspectors-of-final-chains": { rule: "VD-55", releases: [since("1.19.1")] },
  /** What comes to a listener brings its inspectors; else the first one's are all. */
  "merged-inspectors": { rule: "VD-49", releases: [between("1.13.8", "1.14"), since("1.14.4")] },
  /** Automatic addresses stand in the status of an entry, where a controller wrote them; else istiod makes them up as it goes. */
  "addresses-in-status": {
    rule: "VD-8",
    releases: [since("1.25")],
    flag: { name: "PILOT_ENABLE_IP_AUTOALLOCATE", ...since("1.23") }
  },
  /** Made-up addresses follow from a hash of namespace and host; else they are counted. */
  "hashed-addresses": { rule: "CV-19", releases: [since("1.17")] },
  /** A second service of one namespace and host takes a number that then is nobody's. */
  "repeats-take-a-number": { rule: "CV-19", releases: [since("1.22")] },
  /** Counted addresses are shared by services of one host. */
  "one-address-a-host": { rule: "CV-19", releases: [since("1.16")] },
  /** There are automatic addresses of IPv6, and a proxy uses one of its families. */
  "automatic-ipv6": { rule: "CV-19", releases: [since("1.14")] },
  /** A listener of a dual-stack proxy has the addresses of both families. */
  "additional-addresses": {
    rule: "CV-18",
    releases: [between("1.16", "1.17"), between("1.22.4", "1.22.5"), between("1.23.0", "1.23.1"), since("1.24")],
    flag: { name: "ISTIO_DUAL_STACK", ...between("1.17", "1.24") }
  },
  /** Of the addresses of a Kubernetes Service the first of a family that the proxy speaks counts; else the first. */
  "own-family-addresses": { rule: "CV-17", releases: [since("1.23")] },
  /** DestinationRules of one host are merged as far as they are exported alike. */
  "rules-merge-by-export-to": {
    rule: "IN-6",
    releases: [since("1.24")],
    flag: { name: "ENABLE_ENHANCED_DESTINATIONRULE_MERGE", ...since("1.24") }
  },
  /** A VirtualService claims an ExternalName Service with all its names, rather than by its host alone. */
  "claimable-aliases": { rule: "RT-9", releases: [since("1.24")] },
  /** So has the listener to which traffic is redirected. */
  "additional-capture-address": {
    rule: "CV-18",
    releases: [between("1.16", "1.17")],
    flag: { name: "ISTIO_DUAL_STACK", ...since("1.17") }
  },
  /** So has that of an entry without addresses. */
  "additional-entry-address": { rule: "CV-18", releases: [since("1.20")] },
  /** So has that of a Kubernetes Service with addresses of both. */
  "additional-service-addresses": {
    rule: "CV-18",
    releases: [between("1.16", "1.17")],
    flag: { name: "ISTIO_DUAL_STACK", ...since("1.17") }
  },
  /** Endpoints of Services stand in EndpointSlices; else in Endpoints, as long as Kubernetes is older than 1.21. */
  "endpoint-slices": {
    rule: "LI-10",
    releases: [since("1.19")],
    flag: { name: "PILOT_USE_ENDPOINT_SLICE", ...before("1.19") }
  },
  /** A wildcard host of DYNAMIC_DNS has a cluster, its SNI on every listener, and may have ports of TLS. */
  "sidecar-dynamic-dns": { rule: "VD-11", releases: [since("1.30")] },
  /** Of VirtualService destinations in several namespaces a Kubernetes Service is meant, else the oldest; not the first by namespace. */
  "best-destination-namespace": {
    rule: "VD-32",
    releases: [since("1.30")],
    flag: { name: "PILOT_SIDECAR_PICK_BEST_SERVICE_NAMESPACE", ...since("1.30") }
  },
  /** A default exportTo may name namespaces; else only `.` and `*` count. */
  "whole-default-export-list": { rule: "VD-35", releases: [since("1.30.3")] },
  /** What is private to a namespace and what others export to it go by age; else the private goes first. */
  "private-among-exported": { rule: "VD-40", releases: [since("1.30.3")] },
  /** A listener that looks for HTTP looks for TLS as well, whether or not a chain asks for a server name. */
  "tls-inspector-beside-http": { rule: "VD-59", releases: [before("1.25")] },
  /** Hosts are lower-cased in route tables. */
  "lower-case-hosts": { rule: "VD-60", releases: [since("1.27")] },
  /** Names with a final dot are domains too, and SNIs of aliases. */
  "final-dot-names": {
    rule: "VD-60",
    releases: [since("1.27")],
    flag: { name: "PILOT_ENABLE_ABSOLUTE_FQDN_VHOST_DOMAIN", ...since("1.27") }
  },
  /** An address of a Service that the proxy's family has no use for is no domain. */
  "own-family-domains": { rule: "RT-10", releases: [since("1.30")] }
};
function behavesLike(version, flags) {
  return (behaviour) => {
    const { releases, flag: flag2 } = behaviours[behaviour];
    const given = flag2 !== void 0 && isWithin(version, flag2) ? flags.get(flag2.name) : void 0;
    return given ?? releases.some((span) => isWithin(version, span));
  };
}

// src/istio/mesh-config.ts
var defaultMeshConfig = {
  rootNamespace: "istio-system",
  outboundTrafficPolicy: { mode: "ALLOW_ANY", egressProxy: null },
  defaultServiceExportTo: ["*"],
  defaultVirtualServiceExportTo: ["*"],
  defaultDestinationRuleExportTo: ["*"],
  proxyListenPort: 15001,
  proxyInboundListenPort: 15006,
  proxyHttpPort: 0,
  domain: "cluster.local"
};

// src/istio/release.ts
var recordedReleases = [
  "1.11.0",
  "1.16.7",
  "1.20.8",
  "1.22.8",
  "1.24.6",
  "1.26.8",
  "1.28.10",
  "1.30.3"
];
var recorded = recordedReleases.flatMap((text5) => parseVersion(text5) ?? []);
var newestRelease = { minor: 30, patch: 3 };
var oldestRelease = { minor: 11, patch: 0 };
function resolveRelease(text5) {
  const version = parseVersion(text5);
  if (version === null || compareVersions(version, oldestRelease) < 0) {
    const known2 = `${versionText(oldestRelease)} to ${versionText(newestRelease)}`;
    const message2 = `Istio version '${text5}' is not simulated; expected a release of Istio from ${known2}, such as 1.24 or 1.24.6`;
    throw new InputError([{ code: "unknown-version", message: message2, at: null }]);
  }
  if (version.patch !== Infinity) return version;
  return recorded.findLast(({ minor }) => minor === version.minor) ?? version;
}
function isRecorded(version) {
  return recorded.some((known2) => compareVersions(known2, version) === 0);
}

// src/istio/control-plane.ts
var defaultControlPlane = {
  behaves: behavesLike(newestRelease, /* @__PURE__ */ new Map()),
  config: defaultMeshConfig
};

// src/report/conformance.ts
function workloadJson({ namespace }, { chosen }, configuration) {
  const sidecar = `${namespace}/${chosen?.name ?? "default-sidecar"}`;
  return { id: namespace, sidecar, ...configurationJson(configuration) };
}
function configurationJson(configuration) {
  return {
    listeners: configuration.listeners.map(listenerJson),
    routes: Object.fromEntries(configuration.routeNames.map((name) => [name, tableJson(configuration.routeTable(name))])),
    clusters: Object.fromEntries([...configuration.clusters().values()].map(({ name, type }) => [name, { type }]))
  };
}
function verdictJson({ kind, cluster, weights, status: status2 }) {
  if (kind === "stalled") return { stalled: true };
  if (status2 !== null) return { status: status2 };
  if (kind === "blackhole" || kind === "missing-cluster") return { closed: true };
  return { cluster: weights === null ? cluster : { ...weights } };
}
function listenerJson(listener) {
  return {
    name: listener.name,
    address: listener.address.replace(/^unix:\/\//, "pipe:"),
    port: listener.port,
    ...listener.useOriginalDst ? { useOriginalDst: true } : {},
    ...listener.bindToPort ? {} : { bindToPort: false },
    ...listener.additionalAddresses.length === 0 ? {} : { additionalAddresses: listener.additionalAddresses.map((address) => `${address}:${listener.port}`) },
    listenerFilters: listener.inspectors,
    chains: listener.chains.map(chainJson),
    ...listener.defaultChain === null ? {} : { default: chainJson(listener.defaultChain) }
  };
}
function chainJson({ match: match2, destination: destination3 }) {
  const criteria = {
    ...match2.destinationPort === null ? {} : { destinationPort: match2.destinationPort },
    ...match2.prefixRanges.length === 0 ? {} : { prefixRanges: match2.prefixRanges },
    ...match2.serverNames.length === 0 ? {} : { serverNames: match2.serverNames },
    ...match2.transportProtocol === null ? {} : { transportProtocol: match2.transportProtocol },
    ...match2.applicationProtocols.length === 0 ? {} : { applicationProtocols: match2.applicationProtocols }
  };
  return {
    ...Object.keys(criteria).length === 0 ? {} : { match: criteria },
    ...destination3.kind === "routes" ? { http: { rds: destination3.name } } : { tcp: targetJson(destination3) }
  };
}
function tableJson({ ignoresPort, virtualHosts }) {
  return {
    ...ignoresPort ? { ignorePortInHostMatching: true } : {},
    virtualHosts: virtualHosts.map(({ name, domains, routes }) => ({
      name,
      domains,
      routes: routes.map((route) => ({
        name: route.name,
        match: {
          [route.match.path.kind]: route.match.path.value,
          ...route.match.headers.length === 0 ? {} : { headers: route.match.headers.map((header2) => header2.name) },
          ...queryJson(route.match)
        },
        ...actionJson(route.action)
      }))
    }))
  };
}
function queryJson({ queryParams }) {
  const count2 = Object.keys(queryParams).length;
  return count2 === 0 ? {} : { query: count2 };
}
function actionJson(action) {
  if (action.kind === "redirect") return { redirect: true };
  if (action.kind === "direct-response") return { directResponse: action.status };
  return { cluster: targetJson(action) };
}
function targetJson(target) {
  return target.kind === "cluster" ? target.cluster : target.clusters;
}

// src/report/escape.ts
var invisible = /(?! )[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;
var named = { "\n": "\\n", "\r": "\\r", "	": "\\t" };
function visible(text5) {
  return text5.replace(invisible, (char) => named[char] ?? `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);
}
function isVisible(text5) {
  return text5.replaceAll("\n", "").search(invisible) < 0;
}
function isExactInCode(text5) {
  return isVisible(text5) && withShortRuns(text5) === text5;
}
function jsonText(value) {
  const escapeUnit = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value, null, 2).split("\n").map(
    (line) => line.replace(invisible, (char) => char.split("").map(escapeUnit).join("")).replaceAll("##[", "#\\u0023[")
  ).join("\n");
}
var entities = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function html(text5) {
  return visible(text5).replace(/[&<>"']/g, (char) => entities[char] ?? char);
}
function code(text5) {
  const shown = withShortRuns(visible(text5).trim());
  if (shown === "") return "` `";
  const fence = "`".repeat(longestRun(shown) + 1);
  const pad = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}
function codeBlock(language, lines) {
  const shown = withShortRuns(lines.split("\n").map(visible).join("\n"));
  const fence = "`".repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}
${shown}
${fence}`;
}
function cell(markdown) {
  return markdown.replaceAll("\n", " ").replaceAll("|", "\\|");
}
function linked(label, address) {
  if (address === null || address.length > longestAddress || !/^https?:\/\/[^/]/.test(address)) return label;
  const encoded = visible(address).replace(
    /[^A-Za-z0-9\-._~:/?#@!$&+,;=%]/gu,
    (char) => char <= "~" ? `%${char.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(char)
  );
  return `[${label}](${encoded})`;
}
var longestAddress = 2e3;
function inert(text5) {
  return text5.replace(/^( *):(?=:)/gm, "$1\\u{3a}").replaceAll("##[", "#\\u{23}[");
}
function withShortRuns(text5) {
  return text5.replace(/`{20,}/g, "`\u2026`");
}
function longestRun(text5) {
  return Math.max(0, ...(text5.match(/`+/g) ?? []).map((run) => run.length));
}

// src/envoy/call.ts
function dialledText({ address, port }) {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

// src/envoy/steps.ts
function describe(decision) {
  const { chain: chain2, cluster, virtualHost } = decision;
  const steps = [listenerStep(decision)];
  const hasToWait = chain2 === null && decision.call.speaksFirst === "server";
  if (!hasToWait) steps.push(chainStep(decision));
  if (chain2?.destination.kind === "routes") {
    const name = virtualHost === null ? chain2.destination.name : virtualHost.name;
    const because2 = decision.call.kind !== "http" ? `what arrives is not HTTP, which route table ${chain2.destination.name} needs` : virtualHost === null ? `no virtual host of route table ${chain2.destination.name} has this Host` : virtualHost.domains.includes("*") ? `no other virtual host of route table ${chain2.destination.name} has this Host` : `Host ${decision.call.host ?? decision.call.address} is one of its domains`;
    steps.push({ stage: "route", name, because: because2 });
  }
  const target = chosenTarget(decision);
  if (target !== null) {
    const because2 = cluster === null ? "the sidecar has no such cluster" : clusterMeaning(cluster.type, target);
    steps.push({ stage: "cluster", name: target, because: because2 });
  }
  if (cluster !== null && cluster.service !== null) {
    const { kind, namespace, name } = cluster.service.resource;
    steps.push({
      stage: "owner",
      name: `${kind} ${namespace}/${name}`,
      because: `it declares ${cluster.service.host}`
    });
  }
  return steps;
}
function listenerStep({ call, found }) {
  const dialled = dialledText(call);
  const { listener, by } = found;
  if (call.speaksFirst === "server" && listener.inspectors.length > 0) {
    return {
      stage: "listener",
      name: listener.name,
      because: `it waits for the client to speak first (${listener.inspectors.join(", ")}), and the server would`
    };
  }
  const because2 = {
    address: `it listens on ${dialled} itself`,
    port: `no listener has ${dialled}, and this one takes every other address on port ${call.port}`,
    nothing: `no listener takes port ${call.port} for this address`
  }[by];
  return { stage: "listener", name: listener.name, because: because2 };
}
function chainStep({ chain: chain2, found, call }) {
  if (chain2 === null) return { stage: "chain", name: "none", because: "no chain matches, so the connection is closed" };
  const name = matchText(chain2);
  const because2 = chain2 === found.listener.defaultChain ? "no other chain of the listener matches" : name === "ALL" ? "the chain asks for nothing" : call.kind === "tls" && chain2.match.serverNames.length > 0 ? `the SNI ${call.host ?? ""} matches` : "the connection matches";
  return { stage: "chain", name, because: because2 };
}
function matchText({ match: match2 }) {
  const port = match2.destinationPort === null ? "" : `:${match2.destinationPort}`;
  const addresses3 = match2.prefixRanges.length === 0 && port !== "" ? "*" : match2.prefixRanges.join(",");
  const parts = [
    match2.serverNames.length === 0 ? "" : `SNI: ${match2.serverNames.join(",")}`,
    match2.transportProtocol === null ? "" : `Trans: ${match2.transportProtocol}`,
    match2.applicationProtocols.length === 0 ? "" : `App: ${match2.applicationProtocols.join(",")}`,
    addresses3 === "" ? "" : `Addr: ${addresses3}${port}`
  ].filter((part) => part !== "");
  return parts.length === 0 ? "ALL" : parts.join("; ");
}
function chosenTarget({ chain: chain2, route }) {
  const target = chain2?.destination.kind === "routes" ? route?.action : chain2?.destination;
  if (target?.kind === "cluster") return target.cluster;
  return target?.kind === "weighted" ? Object.keys(target.clusters).join(" or ") : null;
}
function clusterMeaning(type, name) {
  if (name === "BlackHoleCluster") return "the connection is closed";
  if (type === "ORIGINAL_DST") return "it connects to the address that was dialled";
  if (type === "EDS") return "it connects to the endpoints that are configured for the host";
  return "it connects to the addresses that the host resolves to";
}

// src/proxy/cluster-name.ts
var PASSTHROUGH = "PassthroughCluster";
var BLACKHOLE = "BlackHoleCluster";
function clusterName(host, port, subset = "") {
  return `outbound|${port}|${subset}|${host}`;
}
function parseClusterName(name) {
  const [direction, port, , host] = name.split("|");
  return direction === "outbound" && host !== void 0 ? { host, port: Number(port) } : null;
}

// src/report/prose.ts
function proseMarkdown(text5, max = longest) {
  return pieces(text5, max).map(({ kind, text: piece }, index, all) => {
    if (kind === "words") return piece;
    return all[index - 1]?.kind === "code" ? ` ${code(piece)}` : code(piece);
  }).join("");
}
function proseHtml(text5, max = longest) {
  return pieces(text5, max).map(({ kind, text: piece }) => kind === "code" ? `<code>${html(piece)}</code>` : html(piece)).join("");
}
function prosePlain(text5, max = longest) {
  return clip(visible(text5.replace(/[ \t\r\n]+/g, " ").trim()), max);
}
function clip(text5, max) {
  if (text5.length <= max) return text5;
  return `${text5.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}\u2026`;
}
var longest = 4e3;
var token = /(?<![^\s(])(?:`([^`]+)`|"([^"]+)")(?=[\s).,;:!?]|$)|(\s+)|(\S+)/gu;
function pieces(text5, max) {
  return [...prosePlain(text5, max).matchAll(token)].flatMap(([, ticked, quoted2, space, word]) => {
    const code2 = ticked ?? quoted2;
    if (code2 !== void 0) return [{ kind: "code", text: code2 }];
    return word === void 0 ? [{ kind: "words", text: space ?? "" }] : wordPieces(word);
  }).filter((piece) => piece.text !== "");
}
var plainWord = /^(?:[\p{L}\p{M}\p{N}]+(?:['’–-][\p{L}\p{M}\p{N}]+)*|\d+[.,]\d+|e\.g|i\.e|[–—→])$/u;
var reference = /^(?:[0-9a-f]{7,40}|gh-\d+|www|https?|ftp|mailto|xmpp)$/i;
var opening = new Set(`("'\u2018\u201C`);
var closing = new Set(`)"'\u2019\u201D.,;:!?\u2026%`);
function wordPieces(word) {
  let start = 0;
  let end = word.length;
  while (start < end && opening.has(word[start] ?? "")) start += 1;
  while (end > start && closing.has(word[end - 1] ?? "")) end -= 1;
  if (/['’]s$/.test(word.slice(start, end))) end -= 2;
  const core = word.slice(start, end);
  if (core === "" || plainWord.test(core) && !reference.test(core)) return [{ kind: "words", text: word }];
  return [
    { kind: "words", text: word.slice(0, start) },
    { kind: "code", text: core },
    { kind: "words", text: word.slice(end) }
  ];
}

// src/report/names.ts
function nameCode(name) {
  return code(clip(name, longestName));
}
function namePlain(name) {
  return prosePlain(name, longestName);
}
var longestTitle = 300;
var longestName = 260;

// src/report/listener-table.ts
function listenerTable(listeners2) {
  const rows = listeners2.toSorted(byPortAndAddress).flatMap(rowsOf);
  return aligned([["ADDRESS", "PORT", "MATCH", "DESTINATION"], ...rows]);
}
function inventedAddressNote(listeners2) {
  const services = new Set(
    listeners2.flatMap(
      ({ address, chains, defaultChain }) => [...chains, ...defaultChain === null ? [] : [defaultChain]].flatMap(
        ({ service }) => service !== null && service.address === address && hasNoAddress(service.resource) ? [service.resource] : []
      )
    )
  );
  const [first] = services;
  if (first === void 0) return null;
  const whose = services.size === 1 ? `Service ${namePlain(`${first.namespace}/${first.name}`)}` : `${services.size} Services`;
  return `invented addresses stand for ${whose} without a clusterIP in the manifests`;
}
function hasNoAddress(resource) {
  return resource.kind === "Service" && resource.clusterIP === null && resource.clusterIPs.length === 0;
}
function rowsOf(listener) {
  const { port, chains, defaultChain } = listener;
  const address = [socketPath(listener.address), ...listener.additionalAddresses].join(",");
  return (defaultChain === null ? chains : [...chains, defaultChain]).map((chain2) => [address, String(port), matchText(chain2), destinationText(chain2)]).sort((one, other) => -compare(sortKey(one), sortKey(other)));
}
function destinationText({ destination: destination3 }) {
  if (destination3.kind === "routes") return `Route: ${destination3.name}`;
  if (destination3.kind === "weighted") return `Cluster: ${Object.keys(destination3.clusters).join(", ")}`;
  return destination3.cluster.includes("Cluster") ? destination3.cluster : `Cluster: ${destination3.cluster}`;
}
function sortKey([, , , destination3]) {
  return destination3 === BLACKHOLE ? "Non-HTTP/Non-TCP" : destination3;
}
function byPortAndAddress(one, other) {
  return one.port - other.port || compare(one.address, other.address);
}
function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
function socketPath(address) {
  return address.replace(/^unix:\/\//, "");
}
function aligned(rows) {
  const shown = rows.map((row) => row.map(visible));
  const widths = [0, 1, 2].map((column) => shown.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0));
  return shown.map((row) => row.map((text5, column) => text5.padEnd(widths[column] ?? 0)).join(" ")).join("\n");
}

// src/report/counts.ts
function count(amount, noun, plural = `${noun}s`) {
  return `${amount} ${amount === 1 ? noun : plural}`;
}
function sentenceList(items) {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : `${items.slice(0, -1).join(", ")} and ${last}`;
}
function findingCounts({ errors, warnings, notices }) {
  const counts = [
    { amount: errors, noun: "error" },
    { amount: warnings, noun: "warning" },
    { amount: notices, noun: "notice" }
  ].filter(({ amount }) => amount > 0);
  return counts.length === 0 ? "no findings" : sentenceList(counts.map(({ amount, noun }) => count(amount, noun)));
}

// src/report/reach.ts
function reachWords({ groups, reachesOutside }, show2, named2) {
  const reached = reachedNamespaces(groups);
  const outside = reachesOutside ? ["every namespace outside this repository without a Sidecar"] : [];
  if (reached.length === 0) return outside[0] ?? "no workload of this repository";
  const first = reached.slice(0, named2).map((place) => namespaceWords(place, show2));
  const more = reached.length - first.length;
  const names4 = more > 0 ? `${first.join(", ")} and ${more} more` : first.join(", ");
  const inside = reached.length === 1 ? `namespace ${names4}` : `${count(reached.length, "namespace")}: ${names4}`;
  return [inside, ...outside].join("; and ");
}
function unnamedReach({ groups }, show2, named2) {
  return reachedNamespaces(groups).slice(named2).map((place) => namespaceWords(place, show2));
}
function groupWords(group, show2) {
  return namespaceWords({ namespace: group.namespace, pods: selectorOf(group) }, show2);
}
function reachedNamespaces(groups) {
  const byNamespace2 = /* @__PURE__ */ new Map();
  for (const group of groups) byNamespace2.set(group.namespace, [...byNamespace2.get(group.namespace) ?? [], group]);
  return [...byNamespace2].map(([namespace, members]) => {
    const selectors = members.map(selectorOf);
    return { namespace, pods: selectors.some((selector) => selector.length === 0) ? [] : selectors.flat() };
  });
}
function selectorOf({ labels }) {
  const pairs = Object.entries(labels).map(([key2, value]) => `${key2}=${value}`);
  return pairs.length === 0 ? [] : [pairs.join(",")];
}
function namespaceWords({ namespace, pods }, show2) {
  if (pods.length === 0) return show2(namespace);
  const some = pods.slice(0, 2).map(show2);
  const more = pods.length > some.length ? [`${pods.length - some.length} more`] : [];
  return `${show2(namespace)} (pods ${[...some, ...more].join("; ")})`;
}

// src/report/sidecar-choice.ts
function sidecarChoiceText({ chosen, rivals }, group) {
  const who = groupWords(group, namePlain);
  if (chosen === null) return [`no Sidecar governs ${who}: it sees every service that is exported to it`];
  return [
    `Sidecar ${nameOf(chosen)} governs ${who}: ${reason(chosen, group)}`,
    ...rivals.length === 0 ? [] : [contest(rivals)]
  ];
}
function reason({ namespace, workloadSelector: workloadSelector2 }, group) {
  if (namespace !== group.namespace) return "it is in the root namespace, and none of its own applies";
  if (workloadSelector2 === null) return "it has no workloadSelector, so it holds for the whole namespace";
  const labels = Object.entries(workloadSelector2).map(([key2, value]) => `${key2}=${value}`);
  return labels.length === 0 ? "its workloadSelector is empty, so it matches every pod" : `its workloadSelector ${namePlain(labels.join(","))} matches`;
}
function contest(rivals) {
  const claim = rivals.length === 1 ? "claims" : "claim";
  return `${sentenceList(rivals.map(nameOf))} ${claim} it as well: Istio takes the oldest, and where manifests have no creationTimestamp the first by name stands in for it`;
}
function nameOf({ namespace, name }) {
  return namePlain(`${namespace}/${name}`);
}

// src/source/node.ts
function pairOf(node, key2) {
  if (node.kind !== "mapping") return null;
  for (const pair2 of node.pairs) if (pair2.key.text === key2) return pair2;
  return null;
}
function nodeAt(node, path2) {
  let at = node;
  for (const step of path2) {
    if (at === null) return null;
    if (typeof step === "string") at = pairOf(at, step)?.value ?? null;
    else at = at.kind === "sequence" ? at.items[step] ?? null : null;
  }
  return at;
}

// src/findings/assumptions.ts
function assumptions(comparison, documents, resources, untouchedDuplicates) {
  return [
    'no MeshConfig was read: outboundTrafficPolicy ALLOW_ANY, root namespace istio-system and exportTo "*" are taken as defaults',
    "the manifests are taken for the whole mesh: what other repositories or controllers add is not known here",
    ...about(
      resources.filter(({ createdAt }) => createdAt === null && comparison.resourceChanges.length > 0),
      (count2) => `${count2("resource carries", "resources carry")} no creationTimestamp: what base holds is taken as older than what head adds, else the order is by name`
    ),
    ...about(
      resources.filter(isUnaddressed),
      (count2) => `${count2("Service has", "Services have")} no clusterIP in the manifests: each was given an address of its own`
    ),
    ...about(
      resources.filter(({ namespaceGiven, kind }) => !namespaceGiven && kind !== "Namespace"),
      (count2) => `${count2("resource names", "resources name")} no namespace: default was assumed`
    ),
    ...about(
      untouchedDuplicates,
      (count2) => `${count2("resource is", "resources are")} defined twice at base as well: the first by path was taken`
    ),
    ...notSimulated(documents),
    ...comparison.remarks
  ];
}
var unsimulated = /* @__PURE__ */ new Set([
  "networking.istio.io/EnvoyFilter",
  "networking.istio.io/ProxyConfig",
  "extensions.istio.io/WasmPlugin",
  "gateway.networking.k8s.io/HTTPRoute",
  "gateway.networking.k8s.io/GRPCRoute",
  "gateway.networking.k8s.io/TLSRoute",
  "gateway.networking.k8s.io/TCPRoute",
  "install.istio.io/IstioOperator"
]);
function notSimulated(documents) {
  const counts = /* @__PURE__ */ new Map();
  for (const { root } of documents) {
    const kind = text2(root, "kind");
    const group = text2(root, "apiVersion").split("/")[0] ?? "";
    if (unsimulated.has(`${group}/${kind}`)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(
    ([kind, count2]) => `${count2} ${kind}${count2 === 1 ? " is" : "s are"} not simulated: where ${count2 === 1 ? "it routes or changes" : "they route or change"} a call, the verdict is unknown`
  );
}
function text2(root, field3) {
  const node = nodeAt(root, [field3]);
  return node?.kind === "scalar" ? node.text : "";
}
function isUnaddressed(resource) {
  return resource.kind === "Service" && resource.type !== "ExternalName" && resource.clusterIP === null && resource.clusterIPs.length === 0;
}
function about(found, sentence) {
  if (found.length === 0) return [];
  return [sentence((one, many) => found.length === 1 ? `1 ${one}` : `${found.length} ${many}`)];
}

// src/source/document.ts
function spanOf(document, node) {
  return spanAt(document, node.start, node.end);
}
function locate(document, path2) {
  for (let depth = path2.length; depth > 0; depth -= 1) {
    const node = nodeAt(document.root, path2.slice(0, depth));
    if (node !== null) return spanOf(document, node);
  }
  return spanOf(document, document.root);
}
function sourceLine(document, line) {
  return document.text.split(/\r?\n/, line)[line - 1] ?? null;
}
function spanAt(file, start, end) {
  const first = file.lines.positionOf(start);
  const last = file.lines.positionOf(Math.max(start, end - 1));
  return { file: file.path, line: first.line, column: first.column, endLine: last.line, endColumn: last.column };
}

// src/resources/admission.ts
var newestAdmission = {
  takesThrift: false,
  takesRepeatedSubsets: false,
  takesDynamicDnsOverTls: true
};

// src/source/plain-scalar.ts
var words = new Map([
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, "null"]),
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word) => [word, "boolean"]),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map(
    (word) => [word, "boolean"]
  ),
  ...[".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF"].map((word) => [word, "float"]),
  ...["+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF"].map((word) => [word, "float"])
]);
var integer = /^[-+]?(?:0|[1-9][0-9]*|0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+)$/;
var float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
var canBeTyped = Array.from(
  { length: 128 },
  (_, code2) => "+-.0123456789~yYnNtTfFoO".includes(String.fromCharCode(code2))
);
function typeOfPlain(text5) {
  if (text5 === "") return "null";
  if (canBeTyped[text5.charCodeAt(0)] !== true) return "string";
  const word = words.get(text5);
  if (word !== void 0) return word;
  const first = text5.charCodeAt(0);
  if (first > 57) return "string";
  const digits = first === 46 ? text5 : text5.replaceAll("_", "");
  if (integer.test(digits)) return "integer";
  return float.test(digits) && Number.isFinite(Number(digits)) ? "float" : "string";
}
function numberOf(node) {
  switch (node.type) {
    case "integer":
      return integerOf(node.text.replaceAll("_", "").toLowerCase());
    case "float":
      return floatOf(node.text.toLowerCase());
    case "string":
    case "boolean":
    case "null":
      return null;
    default:
      return node.type;
  }
}
function booleanOf(node) {
  if (node.type !== "boolean") return null;
  return ["y", "yes", "true", "on"].includes(node.text.toLowerCase());
}
function integerOf(text5) {
  const sign = text5.startsWith("-") ? -1 : 1;
  const digits = text5.replace(/^[-+]/, "");
  return sign * Number(/^0[0-7]+$/.test(digits) ? `0o${digits}` : digits);
}
function floatOf(text5) {
  if (text5.endsWith("nan")) return NaN;
  if (text5.endsWith("inf")) return text5.startsWith("-") ? -Infinity : Infinity;
  return Number(text5.replaceAll("_", ""));
}

// src/resources/fields.ts
function readNode(reader, node, path2, report) {
  if (node === null || node.kind === "scalar" && node.type === "null") return reader.absent;
  return reader.read(node, path2, report);
}
function scalar(absent, expected2, parse4) {
  return {
    absent,
    read(node, path2, report) {
      const value = node.kind === "scalar" ? parse4(node) : null;
      if (value !== null) return value;
      report(path2, expected2);
      return absent;
    }
  };
}
var string = scalar(
  "",
  "a string, quoted where it reads as a number or boolean",
  (node) => node.type === "string" ? node.text : null
);
var text3 = scalar("", "a string", (node) => node.text);
var boolean = scalar(false, "true or false", booleanOf);
function integer2(least, most) {
  return scalar(0, `a whole number from ${least} to ${most}`, (node) => {
    const value = numberOf(node);
    return value !== null && Number.isInteger(value) && value >= least && value <= most ? value : null;
  });
}
function oneOf(first, ...others) {
  const names4 = [first, ...others];
  return scalar(
    first,
    `one of ${names4.join(", ")}`,
    (node) => node.type === "string" ? names4.find((name) => name === node.text) ?? null : null
  );
}
function list(item) {
  return {
    absent: [],
    read(node, path2, report) {
      if (node.kind === "sequence") {
        return node.items.map((at, index) => readNode(item, at, [...path2, index], report));
      }
      report(path2, "a list");
      return [];
    }
  };
}
function mapOf(value) {
  return {
    absent: emptyRecord(),
    read(node, path2, report) {
      const record = emptyRecord();
      if (node.kind === "mapping") {
        for (const { key: key2, value: at } of node.pairs) {
          record[key2.text] = readNode(value, at, [...path2, key2.text], report);
        }
      } else report(path2, "a mapping");
      return record;
    }
  };
}
function optional(reader) {
  return { absent: null, read: (node, path2, report) => reader.read(node, path2, report) };
}
function derived(reader, derive) {
  return { absent: derive(reader.absent), read: (node, path2, report) => derive(reader.read(node, path2, report)) };
}
function object(fields, spellings = (field3) => [field3]) {
  const plan = Object.entries(fields).map(([field3, reader]) => ({ field: field3, reader, names: spellings(field3) }));
  const absent = Object.fromEntries(plan.map(({ field: field3, reader }) => [field3, reader.absent]));
  return {
    absent,
    read(node, path2, report) {
      if (node.kind !== "mapping") {
        report(path2, "a mapping");
        return absent;
      }
      const found = { ...absent };
      for (const { field: field3, reader, names: names4 } of plan) {
        const value = valueOf(node, names4);
        if (value !== null) found[field3] = readNode(reader, value, [...path2, field3], report);
      }
      return found;
    }
  };
}
function valueOf(node, names4) {
  for (const name of names4) {
    const pair2 = pairOf(node, name);
    if (pair2 !== null) return pair2.value;
  }
  return null;
}
function emptyRecord() {
  return /* @__PURE__ */ Object.create(null);
}

// src/resources/metadata.ts
function readIdentity(document, report, labelValue = text3) {
  const metadata = labelValue === text3 ? lenient : strict;
  const node = nodeAt(document.root, ["metadata"]);
  const { name, generateName, namespace, labels, annotations, creationTimestamp } = readNode(
    metadata,
    node,
    ["metadata"],
    report
  );
  if (name === "" && generateName === "") report(["metadata", "name"], "the name of the resource");
  return {
    name: name || generateName,
    namespace: namespace || "default",
    namespaceGiven: namespace !== "",
    labels,
    annotations,
    createdAt: creationTimestamp,
    document
  };
}
var RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)$/;
function timeOf(written2) {
  const time2 = RFC3339.test(written2) ? Date.parse(written2) : Number.NaN;
  return Number.isNaN(time2) ? null : time2;
}
var time = scalar(null, 'a time such as "2024-05-01T12:00:00Z"', (node) => timeOf(node.text));
function metadataOf(labelValue) {
  return object({
    name: string,
    generateName: string,
    namespace: string,
    labels: mapOf(labelValue),
    annotations: mapOf(labelValue),
    creationTimestamp: time
  });
}
var lenient = metadataOf(text3);
var strict = metadataOf(string);

// src/resources/istio-metadata.ts
var TOP_FIELDS = ["apiVersion", "kind", "metadata", "spec", "status"];
var FORBIDDEN = /* @__PURE__ */ new Map([
  ["istio.io/dry-run", "none: this annotation is for AuthorizationPolicy only"],
  ["internal.istio.io/webhook-always-reject", "none: Istio rejects whatever has this annotation"],
  ["internal.istio.io/parent-namespace", "none: this annotation is internal to Istio"],
  ["internal.istio.io/parents", "none: this annotation is internal to Istio"]
]);
function readIstioIdentity(document, report) {
  const identity = readIdentity(document, report, string);
  for (const annotation of Object.keys(identity.annotations)) {
    const expected2 = FORBIDDEN.get(annotation);
    if (expected2 !== void 0) report(["metadata", "annotations", annotation], expected2);
  }
  for (const { key: key2 } of document.root.kind === "mapping" ? document.root.pairs : []) {
    if (!TOP_FIELDS.includes(key2.text))
      report([key2.text], `none: a field that is not ${TOP_FIELDS.join(", ")} is refused`);
  }
  return identity;
}

// src/resources/fault.ts
function faultAt(document, path2, expected2) {
  const written2 = asWritten(document.root, path2);
  const node = nodeAt(document.root, written2);
  const found = node === null ? "missing" : describe2(node);
  return { message: `${fieldName(written2)} is ${found}, expected ${expected2}`, at: locate(document, written2) };
}
function fieldName(path2) {
  if (path2.length === 0) return "the manifest";
  let name = "";
  for (const step of path2) {
    if (typeof step === "number") name += `[${step}]`;
    else if (!/^[\w-]+$/.test(step)) name += `[${quote(step)}]`;
    else name += name === "" ? step : `.${step}`;
  }
  return name;
}
function protobufName(name) {
  return name.replace(/[A-Z]|\d(?=[a-z])/g, (letter) => `_${letter.toLowerCase()}`);
}
function describe2(node) {
  switch (node.kind) {
    case "mapping":
      return node.pairs.length === 0 ? "an empty mapping" : "a mapping";
    case "sequence":
      return node.items.length === 0 ? "an empty list" : `a list of ${node.items.length}`;
    case "scalar":
      return node.type === "string" ? quote(node.text) : node.text || "null";
    default:
      return node;
  }
}
var LONGEST_QUOTE = 80;
function quote(text5) {
  return JSON.stringify(text5.length > LONGEST_QUOTE ? `${text5.slice(0, LONGEST_QUOTE)}\u2026` : text5);
}
function asWritten(root, path2) {
  let at = root;
  return path2.map((step) => {
    if (at === null) return step;
    if (typeof step === "number") {
      at = at.kind === "sequence" ? at.items[step] ?? null : null;
      return step;
    }
    const pair2 = pairOf(at, step) ?? pairOf(at, protobufName(step));
    at = pair2?.value ?? null;
    return pair2?.key.text ?? step;
  });
}

// src/resources/protobuf-fields.ts
function message(fields) {
  return object(fields, (field3) => [field3, protobufName(field3)]);
}
var uint32 = wholeNumber(0, 2 ** 32 - 1);
var int32 = wholeNumber(-(2 ** 31), 2 ** 31 - 1);
var uint64 = wholeNumber(0, 2 ** 64 - 1);
var double = scalar(0, "a number", (node) => {
  if (node.type !== "string") return finite(numberOf(node));
  return NOT_FINITE.get(node.text) ?? quotedNumber(node.text, JSON_NUMBER);
});
var NOT_FINITE = /* @__PURE__ */ new Map([
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY]
]);
var JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;
function enumeration(first, ...others) {
  const names4 = [first, ...others];
  return scalar(first, `one of ${names4.join(", ")}`, (node) => {
    if (node.type === "string") return names4.find((name) => name === node.text) ?? null;
    const value = inRange(numberOf(node), -(2 ** 31), 2 ** 31 - 1);
    return value === null ? null : names4[value] ?? value;
  });
}
function readSpec(reader, document, report) {
  let isSound = true;
  const spec2 = readNode(reader, nodeAt(document.root, ["spec"]), ["spec"], (path2, expected2) => {
    isSound = false;
    report(path2, expected2);
  });
  return isSound ? spec2 : null;
}
function wholeNumber(least, most) {
  const json2 = least < 0 ? /^-?(0|[1-9]\d*)$/ : /^(0|[1-9]\d*)$/;
  return scalar(0, `a whole number from ${least} to ${most}`, (node) => {
    const value = node.type === "string" ? quotedNumber(node.text, json2) : numberOf(node);
    return inRange(value, least, most);
  });
}
function quotedNumber(text5, json2) {
  const quoted2 = text5.replace(/^ +| +$/g, "");
  if (quoted2 === "null") return 0;
  return json2.test(quoted2) ? finite(Number(quoted2)) : null;
}
function finite(value) {
  return value !== null && Number.isFinite(value) ? value : null;
}
function inRange(value, least, most) {
  return value !== null && Number.isInteger(value) && value >= least && value <= most ? value : null;
}

// src/resources/domain-name.ts
var DNS_LABEL = /^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$/;
function isDnsLabel(text5) {
  return text5.length <= 63 && DNS_LABEL.test(text5);
}
var DNS_LABEL_FORM = '1 to 63 letters, digits and "-", with a letter or digit at both ends';
function faultOfDomainName(name) {
  return faultOfLength(name) ?? faultOfLabels(name);
}
function faultOfWildcardName(name) {
  const dot = name.indexOf(".");
  const first = dot < 0 ? name : name.slice(0, dot);
  const isAllowed = first === "*" || first.length <= 63 && DNS_LABEL.test(first.replace(/^\*-?/, ""));
  const wrongFirst = isAllowed ? null : `a domain name; its part ${quote(first)} is not ${DNS_LABEL_FORM}`;
  return faultOfLength(name) ?? wrongFirst ?? (dot < 0 ? null : faultOfLabels(name.slice(dot + 1)));
}
function faultOfPartialWildcard(name) {
  return !name.includes("*") || name === "*" || name.startsWith("*.") ? null : 'a wildcard only as "*" or in front, as "*."';
}
function faultOfLength(name) {
  if (name === "") return "a domain name";
  return name.length > 255 ? `a domain name of at most 255 characters, not ${name.length}` : null;
}
function faultOfLabels(name) {
  const labels = name.split(".");
  const top = labels.at(-1) ?? "";
  if (isGoInteger(top)) return `a domain name; its last part ${quote(top)} is a number`;
  const wrong = labels.find((label, index) => !isDnsLabel(label) && !(label === "" && index === labels.length - 1));
  return wrong === void 0 ? null : `a domain name; its part ${quote(wrong)} is not ${DNS_LABEL_FORM}`;
}
function isGoInteger(text5) {
  return /^[-+]?\d+$/.test(text5) && BigInt.asIntN(64, BigInt(text5.replace("+", ""))) === BigInt(text5.replace("+", ""));
}

// src/resources/protocol-name.ts
var HTTP = ["HTTP", "HTTP2", "HTTP_PROXY", "GRPC", "GRPC-Web"];
var TLS = ["HTTPS", "TLS"];
var PROTOCOLS = ["TCP", "UDP", ...HTTP, ...TLS, "Mongo", "Redis", "MySQL"];
function isKnownProtocol(name) {
  return isAmong(PROTOCOLS, name);
}
function namesHttp(name) {
  return isAmong(HTTP, name);
}
function namesTls(name) {
  return isAmong(TLS, name);
}
function isAmong(protocols, name) {
  return protocols.some((protocol) => protocol.toLowerCase() === name.toLowerCase());
}

// src/resources/port-validation.ts
function validatePortNumber(port, path2, report) {
  if (port < 1 || port > 65535) report(path2, "a port number from 1 to 65535");
}
function validatePortName(name, path2, report) {
  if (!isDnsLabel(name)) report(path2, `a port name: ${DNS_LABEL_FORM}`);
}
function validateProtocol(protocol, path2, report, takesThrift = false) {
  const isThrift = takesThrift && protocol.toLowerCase() === "thrift";
  if (protocol !== "" && !isThrift && !isKnownProtocol(protocol)) report(path2, `one of ${PROTOCOLS.join(", ")}`);
}

// src/resources/destination.ts
var written = message({ host: string, subset: string, port: optional(message({ number: uint32 })) });
var destination = derived(written, ({ host, subset, port }) => ({
  host,
  subset,
  port: port?.number ?? null
}));
function validateDestination({ host, subset, port }, path2, report) {
  const fault2 = host === "*" ? 'a host; "*" alone is none to send to' : faultOfWildcardName(host);
  if (fault2 !== null) report([...path2, "host"], fault2);
  if (subset !== "") validateSubsetName(subset, [...path2, "subset"], report);
  if (port !== null) validatePortNumber(port, [...path2, "port", "number"], report);
}
function validateSubsetName(name, path2, report) {
  if (!isDnsLabel(name)) report(path2, `the name of a subset: ${DNS_LABEL_FORM}`);
}

// src/resources/uniqueness.ts
function validateOnce(first, value, path2, report) {
  const rival = first.get(value);
  if (rival === void 0) first.set(value, path2);
  else report(path2, `each once: ${fieldName(rival)} is the same`);
}

// src/resources/export-to.ts
var expected = {
  "also-nobody": 'a namespace, "." for its own, "*" for all or "~" for none',
  anybody: 'a namespace, "." for its own or "*" for all',
  "own-namespace": '"." beside a workloadSelector: the rule is for workloads of its own namespace'
};
function validateExportTo(exportTo, namespace, audience, report) {
  const first = /* @__PURE__ */ new Map();
  exportTo.forEach((entry, index) => {
    const path2 = ["spec", "exportTo", index];
    const target = entry === "." ? namespace : entry;
    validateOnce(first, target, path2, report);
    if (!isWithin2(audience, target, namespace)) report(path2, expected[audience]);
    else if ((entry === "*" || entry === "~") && exportTo.length > 1) report(path2, "it alone, or only the others");
  });
}
function isWithin2(audience, target, namespace) {
  switch (audience) {
    case "also-nobody":
      return target === "*" || target === "~" || isDnsLabel(target);
    case "anybody":
      return target === "*" || isDnsLabel(target);
    case "own-namespace":
      return target === namespace && isDnsLabel(target);
    default:
      return audience;
  }
}

// src/resources/label.ts
var NAME = /^(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
function selects(selector, labels) {
  return Object.entries(selector).every(([key2, value]) => labels[key2] === value);
}
function validateLabels(labels, path2, report) {
  for (const [key2, value] of Object.entries(labels)) {
    const at = [...path2, key2];
    if (!isLabelKey(key2)) report(at, `a label with a valid name: ${quote(key2)} is none`);
    if (value !== "" && !NAME.test(value)) {
      report(at, 'letters, digits, "-", "_" and ".", with a letter or digit at both ends');
    }
  }
}
function isLabelKey(key2) {
  const slash = key2.indexOf("/");
  const prefix2 = slash < 0 ? null : key2.slice(0, slash);
  const name = key2.slice(slash + 1);
  if (name.length > 63 || !NAME.test(name)) return false;
  return prefix2 === null || prefix2.length <= 253 && prefix2.split(".").every(isLabelPrefixPart);
}
function isLabelPrefixPart(part) {
  return part.length > 63 ? /^[a-zA-Z0-9][-a-zA-Z0-9]*[a-zA-Z0-9]$/.test(part) : isDnsLabel(part);
}

// src/resources/workload-selector.ts
var workloadSelector = message({ labels: mapOf(string) });
function validateWorkloadSelector(selector, report) {
  if (selector !== null) validateSelectorLabels(selector.labels, ["spec", "workloadSelector", "labels"], report);
}
function validateSelectorLabels(labels, path2, report) {
  for (const [key2, value] of Object.entries(labels)) {
    const at = [...path2, key2];
    if (key2 === "") report(at, "a label with a name");
    if (key2.includes("*")) report(at, 'a label without "*" in its name: wildcards are not matched');
    if (value.includes("*")) report(at, 'a label value without "*": wildcards are not matched');
  }
}

// src/resources/duration-validation.ts
var MILLISECOND = 1000000n;
function validateDuration(nanoseconds, path2, report) {
  if (nanoseconds === null || nanoseconds >= MILLISECOND && nanoseconds % MILLISECOND === 0n) return;
  report(path2, "at least 1ms, and whole milliseconds");
}

// src/resources/connection-pool-validation.ts
function validateConnectionPool(settings2, path2, report) {
  if (settings2 === null) return;
  const { tcp, http } = settings2;
  if (tcp === null && http === null) report(path2, "tcp or http settings");
  if (http !== null) validateHttp(http, [...path2, "http"], report);
  if (tcp !== null) validateTcp(tcp, [...path2, "tcp"], report);
}
function validateHttp(http, path2, report) {
  const limits = [
    "http1MaxPendingRequests",
    "http2MaxRequests",
    "maxRequestsPerConnection",
    "maxRetries",
    "maxConcurrentStreams"
  ];
  for (const limit of limits) validateLimit(http[limit], [...path2, limit], report);
  validateDuration(http.idleTimeout, [...path2, "idleTimeout"], report);
  if (http.h2UpgradePolicy === "UPGRADE" && http.useClientProtocol) {
    report([...path2, "useClientProtocol"], "false with h2UpgradePolicy UPGRADE");
  }
}
function validateTcp(tcp, path2, report) {
  validateLimit(tcp.maxConnections, [...path2, "maxConnections"], report);
  validateDuration(tcp.connectTimeout, [...path2, "connectTimeout"], report);
  validateDuration(tcp.maxConnectionDuration, [...path2, "maxConnectionDuration"], report);
  const isOff = tcp.idleTimeout !== null && tcp.idleTimeout / MILLISECOND === 0n;
  if (!isOff) validateDuration(tcp.idleTimeout, [...path2, "idleTimeout"], report);
  if (tcp.tcpKeepalive === null) return;
  validateDuration(tcp.tcpKeepalive.time, [...path2, "tcpKeepalive", "time"], report);
  validateDuration(tcp.tcpKeepalive.interval, [...path2, "tcpKeepalive", "interval"], report);
}
function validateLimit(limit, path2, report) {
  if (limit < 0) report(path2, "a number that is not negative");
}

// src/resources/ip-address.ts
function parseAddress(text5) {
  if (!text5.includes(":")) {
    const bytes2 = parseIPv4(text5);
    return bytes2 === null ? null : { family: 4, bytes: bytes2, zone: "", text: text5 };
  }
  const [, digits = "", zone = ""] = /^([^%]*)(?:%([^]+))?$/.exec(text5) ?? [];
  const bytes = parseIPv6(digits);
  return bytes === null ? null : { family: 6, bytes, zone, text: formatIPv6(bytes) + (zone === "" ? "" : `%${zone}`) };
}
function parsePrefix(text5) {
  const slash = text5.lastIndexOf("/");
  const address = slash < 0 ? null : parseAddress(text5.slice(0, slash));
  const written2 = text5.slice(slash + 1);
  if (address === null || address.zone !== "" || !/^(0|[1-9]\d{0,2})$/.test(written2)) return null;
  const bits = Number(written2);
  const most = address.bytes.length * 8;
  return bits > most ? null : { address, bits, isSingle: bits === most };
}
function isAddressOrPrefix(text5) {
  return (text5.split("/").length === 2 ? parsePrefix(text5) : parseAddress(text5)) !== null;
}
function familyOf(text5) {
  return (parseAddress(text5) ?? parsePrefix(text5)?.address)?.family ?? null;
}
function covers({ address: { family, bytes }, bits }, address) {
  if (family !== address.family || address.zone !== "") return false;
  return bytes.every((byte, index) => {
    const mask = maskOf(bits - index * 8);
    return (byte & mask) === ((address.bytes[index] ?? 0) & mask);
  });
}
function maskPrefix(text5) {
  const address = parseAddress(text5);
  if (address !== null) return `${address.text}/${address.bytes.length * 8}`;
  const prefix2 = parsePrefix(text5);
  if (prefix2 === null) return text5;
  const bytes = prefix2.address.bytes.map((byte, index) => byte & maskOf(prefix2.bits - index * 8));
  return `${prefix2.address.family === 4 ? bytes.join(".") : formatIPv6(bytes)}/${prefix2.bits}`;
}
function maskOf(counting) {
  return counting >= 8 ? 255 : counting <= 0 ? 0 : 255 << 8 - counting & 255;
}
function parseIPv4(text5) {
  if (!/^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text5)) return null;
  const bytes = text5.split(".").map(Number);
  return bytes.every((byte) => byte <= 255) ? bytes : null;
}
function parseIPv6(text5) {
  const halves = text5.split("::");
  if (halves.length > 2) return null;
  const [head, tail] = halves.map((half, index) => parseGroups(half, index === halves.length - 1));
  if (head === void 0 || head === null || tail === null) return null;
  if (tail === void 0) return head.length === 16 ? head : null;
  const missing = 16 - head.length - tail.length;
  return missing < 2 ? null : [...head, ...Array(missing).fill(0), ...tail];
}
function parseGroups(text5, isLast2) {
  if (text5 === "") return [];
  const bytes = [];
  const groups = text5.split(":");
  for (const [index, group] of groups.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    } else {
      const embedded = isLast2 && index === groups.length - 1 ? parseIPv4(group) : null;
      if (embedded === null) return null;
      bytes.push(...embedded);
    }
  }
  return bytes.length > 16 ? null : bytes;
}
function formatIPv6(bytes) {
  const isMapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  if (isMapped) return `::ffff:${bytes.slice(12).join(".")}`;
  const groups = [];
  for (let at = 0; at < 16; at += 2) groups.push((bytes[at] ?? 0) << 8 | (bytes[at + 1] ?? 0));
  const { start, length } = longestZeros(groups);
  const print = (some) => some.map((group) => group.toString(16)).join(":");
  if (length < 2) return print(groups);
  return `${print(groups.slice(0, start))}::${print(groups.slice(start + length))}`;
}
function longestZeros(groups) {
  let longest2 = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start += 1) {
    let end = start;
    while (groups[end] === 0) end += 1;
    if (end - start > longest2.length) longest2 = { start, length: end - start };
  }
  return longest2;
}

// src/resources/destination-rule/client-tls.ts
var clientTlsSettings = message({
  mode: enumeration("DISABLE", "SIMPLE", "MUTUAL", "ISTIO_MUTUAL"),
  clientCertificate: string,
  privateKey: string,
  caCertificates: string,
  credentialName: string,
  subjectAltNames: list(string),
  sni: string,
  insecureSkipVerify: optional(boolean),
  caCrl: string
});
var CONFIG_MAP = "configmap://";
function validateClientTls(tls, namespace, path2, report) {
  if (tls === null) return;
  const { mode, credentialName } = tls;
  if (credentialName.startsWith(CONFIG_MAP) && !isOwnConfigMap(credentialName, namespace)) {
    report(
      [...path2, "credentialName"],
      `a ConfigMap of its own namespace, as in ${quote(`${CONFIG_MAP}${namespace}/name`)}`
    );
  }
  if (mode !== "SIMPLE" && mode !== "MUTUAL") return;
  validateNothingToVerify(tls, path2, report);
  if (credentialName !== "") {
    for (const field3 of ["clientCertificate", "caCertificates", "privateKey", "caCrl"]) {
      if (tls[field3] !== "") report([...path2, field3], "none beside credentialName");
    }
  } else if (mode === "MUTUAL") {
    for (const field3 of ["clientCertificate", "privateKey"]) {
      if (tls[field3] === "") report([...path2, field3], "the path of a file, or a credentialName, with mode MUTUAL");
    }
  }
}
function validateNothingToVerify(tls, path2, report) {
  if (tls.insecureSkipVerify !== true) return;
  const fields = tls.mode === "SIMPLE" ? ["caCertificates", "credentialName", "subjectAltNames"] : ["caCertificates", "subjectAltNames"];
  for (const field3 of fields) {
    if (tls[field3].length > 0) report([...path2, field3], "none with insecureSkipVerify");
  }
}
function isOwnConfigMap(credential, namespace) {
  const [where, name = ""] = credential.slice(CONFIG_MAP.length).split("/");
  return name !== "" && namespace !== "" && where === namespace;
}

// src/resources/duration.ts
var NANOSECONDS = {
  ns: 1n,
  us: 1000n,
  \u00B5s: 1000n,
  \u03BCs: 1000n,
  ms: 1000000n,
  s: 1000000000n,
  m: 60000000000n,
  h: 3600000000000n
};
var MOST = 2n ** 63n - 1n;
var LONGEST = 1e3;
var duration = scalar(
  0n,
  'a duration such as "1.5s" or "1m30s"',
  (node) => node.type === "string" ? parseDuration(node.text) : null
);
function parseDuration(written2) {
  if (written2.length > LONGEST) return null;
  const unsigned = written2.replace(/^[-+]/, "");
  if (unsigned === "0") return 0n;
  if (!/^((\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h))+$/.test(unsigned)) return null;
  let total = 0n;
  for (const [, whole2 = "", fraction = "", unit = ""] of unsigned.matchAll(/(\d*)\.?(\d*)([a-zµμ]+)/g)) {
    const nanoseconds = NANOSECONDS[unit] ?? 0n;
    total += BigInt(whole2) * nanoseconds + BigInt(fraction) * nanoseconds / 10n ** BigInt(fraction.length);
  }
  const least = written2.startsWith("-") ? MOST + 1n : MOST;
  if (total > least) return null;
  return written2.startsWith("-") ? -total : total;
}

// src/resources/destination-rule/consistent-hash.ts
var httpCookie = message({
  name: string,
  path: string,
  ttl: optional(duration),
  attributes: list(message({ name: string, value: string }))
});
var consistentHash = message({
  httpHeaderName: optional(string),
  httpCookie: optional(httpCookie),
  useSourceIp: optional(boolean),
  httpQueryParameterName: optional(string),
  ringHash: optional(message({ minimumRingSize: uint64 })),
  maglev: optional(message({ tableSize: uint64 })),
  minimumRingSize: uint64
});
var MAGLEV_BOUND = 5000011;
function validateConsistentHash(hash2, path2, report) {
  if (hash2 === null) return;
  const { httpCookie: httpCookie2, useSourceIp, httpQueryParameterName, ringHash, maglev, minimumRingSize } = hash2;
  if (httpCookie2 !== null && useSourceIp === null && httpQueryParameterName === null) {
    validateCookie(httpCookie2, [...path2, "httpCookie"], report);
  }
  if (minimumRingSize !== 0 && (ringHash !== null || maglev !== null)) {
    report([...path2, "minimumRingSize"], `none beside ${maglev === null ? "ringHash" : "maglev"}`);
  }
  if (maglev !== null && !(maglev.tableSize < MAGLEV_BOUND && isPrime(maglev.tableSize))) {
    report([...path2, "maglev", "tableSize"], `a prime number less than ${MAGLEV_BOUND}`);
  }
}
function validateCookie({ name, attributes }, path2, report) {
  if (name === "") report([...path2, "name"], "the name of the cookie");
  const first = /* @__PURE__ */ new Map();
  attributes.forEach((attribute, index) => {
    const at = [...path2, "attributes", index, "name"];
    if (attribute.name === "") report(at, "the name of an attribute");
    else validateOnce(first, attribute.name, at, report);
  });
}
function isPrime(value) {
  if (value < 4) return value > 0;
  for (let factor = 2; factor * factor <= value; factor += factor === 2 ? 1 : 2) {
    if (value % factor === 0) return false;
  }
  return true;
}

// src/resources/destination-rule/locality-load-balancer.ts
var localityLoadBalancer = message({
  distribute: list(message({ from: string, to: mapOf(uint32) })),
  failover: list(message({ from: string, to: string })),
  failoverPriority: list(string),
  enabled: optional(boolean)
});
var topologyLabels = [
  "topology.kubernetes.io/region",
  "topology.kubernetes.io/zone",
  "topology.istio.io/subzone"
];
function validateLocalityLoadBalancer(setting, path2, report) {
  if (setting === null) return;
  const { distribute, failover, failoverPriority } = setting;
  if (distribute.length > 0 && failover.length > 0) {
    report([...path2, "failover"], "none beside distribute: keep one of the two");
    return;
  }
  const priority = failoverPriority.findIndex((label) => topologyLabels.includes(label));
  if (failover.length > 0 && priority >= 0) {
    report([...path2, "failoverPriority", priority], "no label of the topology beside failover");
  }
  validateDistribution(distribute, [...path2, "distribute"], report);
  failover.forEach((pair2, index) => validateFailover(pair2, [...path2, "failover", index], report));
}
function validateDistribution(distribute, path2, report) {
  distribute.forEach(({ to }, index) => {
    const at = [...path2, index, "to"];
    let total = 0;
    for (const [locality, weight] of Object.entries(to)) {
      if (weight < 1 || weight > 100) report([...at, locality], "a weight from 1 to 100");
      total += weight;
    }
    if (total !== 100) report(at, `weights that add up to 100, not ${total}`);
    const targets = Object.keys(to);
    validateLocalities(targets, (position) => [...at, targets[position] ?? ""], report);
  });
  const sources = distribute.map(({ from }) => from);
  validateLocalities(sources, (position) => [...path2, position, "from"], report);
}
function validateLocalities(localities, pathOf2, report) {
  const split = localities.map(partsOf);
  localities.forEach((locality, position) => {
    const parts = split[position] ?? [];
    const rival = split.slice(0, position).findIndex((earlier) => overlap(earlier, parts));
    const star = locality.indexOf("*");
    if (star >= 0 && star < locality.length - 1) report(pathOf2(position), '"*" only once, at the end');
    else if (parts.includes("")) report(pathOf2(position), "region, region/zone or region/zone/subzone");
    else if (rival >= 0) {
      report(pathOf2(position), `localities that do not overlap: ${quote(localities[rival] ?? "")} does`);
    }
  });
}
function partsOf(locality) {
  const [region = "", zone, ...rest] = locality.split("/");
  return [region, ...zone === void 0 ? [] : [zone], ...rest.length === 0 ? [] : [rest.join("/")]];
}
function overlap(earlier, later) {
  const covering = earlier.at(-1) === "*" ? earlier.slice(0, -1) : earlier;
  return isPrefix(covering, later) || isPrefix(later, earlier);
}
function isPrefix(parts, whole2) {
  return parts.every((part, index) => part === whole2[index]);
}
function validateFailover({ from, to }, path2, report) {
  for (const [field3, region] of Object.entries({ from, to })) {
    if (/[/*]/.test(region)) report([...path2, field3], 'a region, without "/" and "*"');
  }
  if (from === to) report([...path2, "to"], "another region than from");
}

// src/resources/destination-rule/load-balancer.ts
var loadBalancerSettings = message({
  simple: optional(enumeration("UNSPECIFIED", "LEAST_CONN", "RANDOM", "PASSTHROUGH", "ROUND_ROBIN", "LEAST_REQUEST")),
  consistentHash: optional(consistentHash),
  localityLbSetting: optional(localityLoadBalancer),
  warmupDurationSecs: optional(duration),
  warmup: optional(
    message({ duration: optional(duration), minimumPercent: optional(double), aggression: optional(double) })
  )
});
function simpleLoadBalancer(settings2) {
  if (settings2 === null || settings2.consistentHash !== null) return "";
  return typeof settings2.simple === "string" ? settings2.simple : "";
}
function validateLoadBalancer(settings2, path2, report) {
  if (settings2 === null) return;
  validateConsistentHash(settings2.consistentHash, [...path2, "consistentHash"], report);
  validateLocalityLoadBalancer(settings2.localityLbSetting, [...path2, "localityLbSetting"], report);
  validateWarmup(settings2.warmup, [...path2, "warmup"], report);
}
function validateWarmup(warmup, path2, report) {
  if (warmup === null) return;
  if (warmup.duration === null) report([...path2, "duration"], 'a duration such as "30s"');
  validateDuration(warmup.duration, [...path2, "duration"], report);
  if (warmup.minimumPercent !== null && warmup.minimumPercent > 100) {
    report([...path2, "minimumPercent"], "at most 100");
  }
  if (warmup.aggression !== null && warmup.aggression < 1) report([...path2, "aggression"], "at least 1");
}

// src/resources/destination-rule/outlier-detection.ts
var outlierDetection = message({
  consecutiveErrors: int32,
  splitExternalLocalOriginErrors: boolean,
  consecutiveLocalOriginFailures: optional(uint32),
  consecutiveGatewayErrors: optional(uint32),
  consecutive5xxErrors: optional(uint32),
  interval: optional(duration),
  baseEjectionTime: optional(duration),
  maxEjectionPercent: int32,
  minHealthPercent: int32
});
function validateOutlierDetection(outlier, path2, report) {
  if (outlier === null) return;
  for (const field3 of ["baseEjectionTime", "interval"]) {
    validateDuration(outlier[field3], [...path2, field3], report);
  }
  for (const field3 of ["maxEjectionPercent", "minHealthPercent"]) {
    if (outlier[field3] < 0 || outlier[field3] > 100) report([...path2, field3], "a percentage from 0 to 100");
  }
  if (!outlier.splitExternalLocalOriginErrors && (outlier.consecutiveLocalOriginFailures ?? 0) > 0) {
    report([...path2, "consecutiveLocalOriginFailures"], "none without splitExternalLocalOriginErrors");
  }
}

// src/resources/destination-rule/traffic-policy-validation.ts
function validateTrafficPolicy(policy, namespace, path2, report) {
  if (policy === null) return;
  const { portLevelSettings, tunnel: tunnel2, proxyProtocol, retryBudget } = policy;
  const hasMore = portLevelSettings.length > 0 || tunnel2 !== null || proxyProtocol !== null || retryBudget !== null;
  if (!hasMore && isEmpty(policy)) report(path2, "at least one setting");
  if (tunnel2 !== null && proxyProtocol !== null) {
    report([...path2, "tunnel"], "none beside proxyProtocol: keep one of the two");
    return;
  }
  validatePolicies(policy, namespace, path2, report);
  portLevelSettings.forEach((settings2, index) => {
    const at = [...path2, "portLevelSettings", index];
    if (settings2.port === null) report([...at, "port"], "the port that the settings are for");
    if (isEmpty(settings2)) report(at, "at least one of loadBalancer, connectionPool, outlierDetection and tls");
    validatePolicies(settings2, namespace, at, report);
  });
  validateTunnel(tunnel2, [...path2, "tunnel"], report);
  if (typeof proxyProtocol?.version === "number") report([...path2, "proxyProtocol", "version"], "V1 or V2");
}
function isEmpty({ loadBalancer, connectionPool, outlierDetection: outlierDetection2, tls }) {
  return loadBalancer === null && connectionPool === null && outlierDetection2 === null && tls === null;
}
function validatePolicies(policies2, namespace, path2, report) {
  validateOutlierDetection(policies2.outlierDetection, [...path2, "outlierDetection"], report);
  validateConnectionPool(policies2.connectionPool, [...path2, "connectionPool"], report);
  validateLoadBalancer(policies2.loadBalancer, [...path2, "loadBalancer"], report);
  validateClientTls(policies2.tls, namespace, [...path2, "tls"], report);
}
function validateTunnel(tunnel2, path2, report) {
  if (tunnel2 === null) return;
  const { protocol, targetHost, targetPort } = tunnel2;
  if (!["", "CONNECT", "POST"].includes(protocol)) report([...path2, "protocol"], "CONNECT or POST");
  if (faultOfDomainName(targetHost) !== null && parseAddress(targetHost) === null) {
    report([...path2, "targetHost"], "a domain name or an IP address");
  }
  validatePortNumber(targetPort, [...path2, "targetPort"], report);
}

// src/resources/destination-rule/destination-rule-validation.ts
function validateDestinationRule(spec2, { namespace }, report, { takesRepeatedSubsets }) {
  const { host, subsets, exportTo, workloadSelector: workloadSelector2 } = spec2;
  const fault2 = faultOfWildcardName(host);
  if (fault2 !== null) report(["spec", "host"], fault2);
  validateTrafficPolicy(spec2.trafficPolicy, namespace, ["spec", "trafficPolicy"], report);
  const first = /* @__PURE__ */ new Map();
  subsets.forEach(({ name, labels, trafficPolicy: trafficPolicy2 }, index) => {
    const path2 = ["spec", "subsets", index];
    if (!takesRepeatedSubsets) validateOnce(first, name, [...path2, "name"], report);
    validateSubsetName(name, [...path2, "name"], report);
    validateLabels(labels, [...path2, "labels"], report);
    validateTrafficPolicy(trafficPolicy2, namespace, [...path2, "trafficPolicy"], report);
  });
  validateExportTo(exportTo, namespace, workloadSelector2 === null ? "anybody" : "own-namespace", report);
  if (workloadSelector2 !== null) {
    validateSelectorLabels(workloadSelector2.matchLabels, ["spec", "workloadSelector", "matchLabels"], report);
  }
}

// src/resources/connection-pool.ts
var connectionPoolSettings = message({
  tcp: optional(
    message({
      maxConnections: int32,
      connectTimeout: optional(duration),
      tcpKeepalive: optional(message({ probes: uint32, time: optional(duration), interval: optional(duration) })),
      maxConnectionDuration: optional(duration),
      idleTimeout: optional(duration)
    })
  ),
  http: optional(
    message({
      http1MaxPendingRequests: int32,
      http2MaxRequests: int32,
      maxRequestsPerConnection: int32,
      maxRetries: int32,
      idleTimeout: optional(duration),
      h2UpgradePolicy: enumeration("DEFAULT", "DO_NOT_UPGRADE", "UPGRADE"),
      useClientProtocol: boolean,
      maxConcurrentStreams: int32
    })
  )
});

// src/resources/destination-rule/traffic-policy.ts
var policies = {
  loadBalancer: optional(loadBalancerSettings),
  connectionPool: optional(connectionPoolSettings),
  outlierDetection: optional(outlierDetection),
  tls: optional(clientTlsSettings)
};
var trafficPolicySpec = message({
  ...policies,
  portLevelSettings: list(message({ port: optional(message({ number: uint32 })), ...policies })),
  tunnel: optional(message({ protocol: string, targetHost: string, targetPort: uint32 })),
  proxyProtocol: optional(message({ version: enumeration("V1", "V2") })),
  retryBudget: optional(message({ percent: optional(double), minRetryConcurrency: uint32 }))
});
function trafficPolicy(policy) {
  if (policy === null) return null;
  return {
    loadBalancer: simpleLoadBalancer(policy.loadBalancer),
    portLevel: policy.portLevelSettings.map(({ port, loadBalancer }) => ({
      port: port?.number ?? 0,
      loadBalancer: simpleLoadBalancer(loadBalancer)
    }))
  };
}

// src/resources/destination-rule/destination-rule.ts
var destinationRuleSpec = message({
  host: string,
  trafficPolicy: optional(trafficPolicySpec),
  subsets: list(message({ name: string, labels: mapOf(string), trafficPolicy: optional(trafficPolicySpec) })),
  exportTo: list(string),
  workloadSelector: optional(message({ matchLabels: mapOf(string) }))
});
function decodeDestinationRule(document, report, admission) {
  const identity = readIstioIdentity(document, report);
  const spec2 = readSpec(destinationRuleSpec, document, report);
  if (spec2 === null) return null;
  validateDestinationRule(spec2, identity, report, admission);
  return {
    kind: "DestinationRule",
    ...identity,
    host: spec2.host,
    exportTo: spec2.exportTo.length === 0 ? null : spec2.exportTo,
    workloadSelector: spec2.workloadSelector?.matchLabels ?? null,
    trafficPolicy: trafficPolicy(spec2.trafficPolicy),
    subsets: spec2.subsets.map((subset) => ({
      name: subset.name,
      labels: subset.labels,
      trafficPolicy: trafficPolicy(subset.trafficPolicy)
    }))
  };
}

// src/resources/namespace.ts
function decodeNamespace(document, report) {
  return { kind: "Namespace", ...readIdentity(document, report), namespace: "", namespaceGiven: true };
}

// src/resources/endpoints.ts
var addresses = list(object({ ip: string }));
var endpoints = object({
  subsets: list(object({ addresses, notReadyAddresses: addresses, ports: list(object({ name: string })) }))
});
function decodeEndpoints(document, report) {
  const identity = readIdentity(document, report);
  const { subsets } = readNode(endpoints, document.root, [], report);
  return {
    kind: "Endpoints",
    ...identity,
    service: identity.labels["endpointslice.kubernetes.io/skip-mirror"] === "true" ? null : identity.name,
    subsets: subsets.map(({ addresses: ready, notReadyAddresses, ports }) => ({
      addresses: [...ready, ...notReadyAddresses].map(({ ip }) => ip),
      portNames: ports.map(({ name }) => name)
    }))
  };
}

// src/resources/endpoint-slice.ts
var slice = object({
  addressType: oneOf("IPv4", "IPv6", "FQDN"),
  endpoints: list(object({ addresses: list(string) })),
  ports: list(object({ name: string }))
});
function decodeEndpointSlice(document, report) {
  const identity = readIdentity(document, report);
  const { addressType, endpoints: endpoints2, ports } = readNode(slice, document.root, [], report);
  return {
    kind: "EndpointSlice",
    ...identity,
    service: addressType === "FQDN" ? null : serviceOf(identity.labels),
    subsets: [{ addresses: endpoints2.flatMap(({ addresses: addresses3 }) => addresses3), portNames: ports.map(({ name }) => name) }]
  };
}
function serviceOf(labels) {
  return "multicluster.kubernetes.io/service-name" in labels ? null : labels["kubernetes.io/service-name"] ?? null;
}

// src/resources/unix-address.ts
var PREFIX = "unix://";
function unixPathOf(address) {
  return address.startsWith(PREFIX) ? address.slice(PREFIX.length) : null;
}
function faultOfUnixPath(path2) {
  if (path2.startsWith("@") || path2.startsWith("/") && !path2.endsWith("/")) return null;
  return "the absolute path of a file, as in unix:///var/run/app.sock, or an abstract socket, as in unix://@app";
}

// src/resources/endpoint-validation.ts
function validateEndpoint(endpoint, index, resolution, portNames, report) {
  const path2 = ["spec", "endpoints", index];
  const { address, ports, labels } = endpoint;
  const expected2 = resolution === "DNS" ? faultOfDnsAddress(address) : faultOfStaticAddress(endpoint, portNames);
  if (expected2 !== null) report([...path2, "address"], expected2);
  for (const [name, port] of Object.entries(ports)) {
    const at = [...path2, "ports", name];
    if (!portNames.has(name)) report(at, `the port of a name that spec.ports has: ${quote(name)} is none`);
    validatePortName(name, at, report);
    validatePortNumber(port, at, report);
  }
  validateLabels(labels, [...path2, "labels"], report);
}
function faultOfDnsAddress(address) {
  return parseAddress(address) !== null || faultOfDomainName(address) === null ? null : "an IP address or a domain name without wildcards";
}
function faultOfStaticAddress({ address, network, ports }, portNames) {
  if (address === "") return network === "" ? "an IP address or a unix:// path, or a network" : null;
  const socket = unixPathOf(address);
  if (socket === null) {
    return parseAddress(address) === null ? "an IP address or a unix:// path with resolution STATIC" : null;
  }
  if (Object.keys(ports).length > 0) return "no unix:// path beside ports of the endpoint";
  if (portNames.size !== 1) return `a unix:// path only where spec.ports has one port, not ${portNames.size}`;
  return faultOfUnixPath(socket);
}

// src/resources/service-entry-validation.ts
function validateServiceEntry(spec2, identity, report, admission) {
  validateWorkloadSelector(spec2.workloadSelector, report);
  if (spec2.workloadSelector !== null && spec2.endpoints.length > 0) {
    report(["spec", "endpoints"], "none beside a workloadSelector: keep one of the two");
  }
  validateHosts(spec2, report);
  validateAddresses(spec2, report);
  validatePorts(spec2, report, admission);
  validateResolution(spec2, identity, report);
  validateExportTo(spec2.exportTo, identity.namespace, "also-nobody", report);
}
function validateHosts({ hosts, resolution, endpoints: endpoints2 }, report) {
  if (hosts.length === 0) report(["spec", "hosts"], "at least one host");
  const mustResolve = (resolution === "DNS" || resolution === "DNS_ROUND_ROBIN") && endpoints2.length === 0;
  hosts.forEach((host, index) => {
    const path2 = ["spec", "hosts", index];
    const fault2 = host === "*" ? 'a domain name; "*" alone is too wide' : faultOfWildcardName(host);
    if (fault2 !== null) report(path2, fault2);
    else if (mustResolve && faultOfDomainName(host) !== null) {
      report(path2, `a domain name without wildcards, to resolve: resolution is ${resolution}, without endpoints`);
    } else if (resolution === "DYNAMIC_DNS" && !host.startsWith("*")) {
      report(path2, 'a wildcard such as "*.example.com" with resolution DYNAMIC_DNS');
    }
  });
}
function validateAddresses({ addresses: addresses3, resolution }, report) {
  addresses3.forEach((address, index) => {
    const path2 = ["spec", "addresses", index];
    if (resolution === "DYNAMIC_DNS") report(path2, "no addresses with resolution DYNAMIC_DNS");
    else if (!isAddressOrPrefix(address)) {
      report(path2, 'an IP address or a prefix such as "10.0.0.0/8"');
    } else if (address.includes("/") && resolution !== "NONE" && resolution !== "STATIC") {
      report(path2, `an IP address with resolution ${resolution}: prefixes need NONE or STATIC`);
    }
  });
}
function validatePorts({ ports, hosts, resolution }, report, admission) {
  const dynamicProtocols = admission.takesDynamicDnsOverTls ? ["HTTP", "HTTP2", "GRPC", "TLS"] : ["HTTP"];
  const byName = /* @__PURE__ */ new Map();
  const byNumber = /* @__PURE__ */ new Map();
  ports.forEach((port, index) => {
    const path2 = ["spec", "ports", index];
    validateOnce(byName, port.name, [...path2, "name"], report);
    validateOnce(byNumber, port.number, [...path2, "number"], report);
    if (port.targetPort !== 0) validatePortNumber(port.targetPort, [...path2, "targetPort"], report);
    validatePortName(port.name, [...path2, "name"], report);
    validateProtocol(port.protocol, [...path2, "protocol"], report, admission.takesThrift);
    validatePortNumber(port.number, [...path2, "number"], report);
    if (resolution === "DYNAMIC_DNS" && !isAmong(dynamicProtocols, port.protocol)) {
      report([...path2, "protocol"], `${dynamicProtocols.join(" or ")} with resolution DYNAMIC_DNS`);
    }
  });
  const mute = ports.findIndex(({ protocol }) => !namesHttp(protocol) && !namesTls(protocol));
  if (mute >= 0 && hosts.length > 1 && resolution !== "NONE") {
    report(["spec", "ports", mute, "protocol"], `an HTTP or TLS protocol, as there are ${hosts.length} hosts`);
  }
}
function validateResolution(spec2, { labels }, report) {
  const { resolution, endpoints: endpoints2, location, ports } = spec2;
  const names4 = new Set(ports.map(({ name }) => name));
  switch (resolution) {
    case "NONE":
    case "DYNAMIC_DNS":
      if (endpoints2.length > 0) {
        report(["spec", "endpoints"], `no endpoints with resolution ${resolution}`);
      }
      if (resolution === "DYNAMIC_DNS") validateLocation(location, labels["istio.io/use-waypoint"] ?? "", report);
      return;
    case "DNS_ROUND_ROBIN":
      if (endpoints2.length > 1) {
        report(["spec", "endpoints"], "at most one endpoint with resolution DNS_ROUND_ROBIN");
      }
      endpoints2.forEach((endpoint, index) => validateEndpoint(endpoint, index, "DNS", names4, report));
      return;
    case "DNS":
    case "STATIC":
      endpoints2.forEach((endpoint, index) => validateEndpoint(endpoint, index, resolution, names4, report));
      return;
    default:
      report(["spec", "resolution"], "NONE, STATIC, DNS, DNS_ROUND_ROBIN or DYNAMIC_DNS");
  }
}
function validateLocation(location, waypoint, report) {
  if (typeof location === "number") {
    report(["spec", "location"], "MESH_EXTERNAL or MESH_INTERNAL with resolution DYNAMIC_DNS");
  } else if (location === "MESH_INTERNAL" && waypoint !== "" && waypoint.toLowerCase() !== "none") {
    report(["spec", "location"], "MESH_EXTERNAL with resolution DYNAMIC_DNS and a waypoint");
  }
}

// src/resources/workload-entry-validation.ts
function validateWorkloadEntry(spec2, report) {
  const expected2 = faultOfAddress(spec2);
  if (expected2 !== null) report(["spec", "address"], expected2);
  if (spec2.address === "" && spec2.network === "") return;
  for (const [name, port] of Object.entries(spec2.ports)) {
    const at = ["spec", "ports", name];
    validatePortName(name, at, report);
    validatePortNumber(port, at, report);
  }
  validateLabels(spec2.labels, ["spec", "labels"], report);
}
function faultOfAddress({ address, network, ports }) {
  if (address === "") return network === "" ? "an IP address, a domain name or a unix:// path, or a network" : null;
  const socket = unixPathOf(address);
  if (socket !== null) {
    return faultOfUnixPath(socket) ?? (Object.keys(ports).length > 0 ? "no unix:// path beside ports" : null);
  }
  return parseAddress(address) !== null || faultOfDomainName(address) === null ? null : "an IP address, a domain name without wildcards or a unix:// path";
}

// src/resources/workload-entry.ts
var workloadEntry = message({
  address: string,
  ports: mapOf(uint32),
  labels: mapOf(string),
  network: string,
  locality: string,
  weight: uint32,
  serviceAccount: string
});
var status = message({ conditions: list(message({ type: string, status: string })) });
function decodeWorkloadEntry(document, report) {
  const identity = readIstioIdentity(document, report);
  const spec2 = readSpec(workloadEntry, document, report);
  if (spec2 === null) return null;
  validateWorkloadEntry(spec2, report);
  return {
    kind: "WorkloadEntry",
    ...identity,
    endpoint: { address: spec2.address, ports: spec2.ports, labels: { ...spec2.labels, ...identity.labels } },
    isHealthy: !hasHealthChecks(identity.annotations) || isFoundHealthy(document)
  };
}
function hasHealthChecks(annotations) {
  return ["1", "t", "T", "TRUE", "true", "True"].includes(annotations["proxy.istio.io/health-checks-enabled"] ?? "");
}
function isFoundHealthy(document) {
  const { conditions: conditions2 } = readNode(status, nodeAt(document.root, ["status"]), ["status"], () => void 0);
  return conditions2.find(({ type }) => type === "Healthy")?.status === "True";
}

// src/resources/service-entry.ts
var servicePort = message({ number: uint32, protocol: string, name: string, targetPort: uint32 });
var serviceEntrySpec = message({
  hosts: list(string),
  addresses: list(string),
  ports: list(servicePort),
  location: enumeration("MESH_EXTERNAL", "MESH_INTERNAL"),
  resolution: enumeration("NONE", "STATIC", "DNS", "DNS_ROUND_ROBIN", "DYNAMIC_DNS"),
  endpoints: list(workloadEntry),
  workloadSelector: optional(workloadSelector),
  exportTo: list(string),
  subjectAltNames: list(string)
});
var serviceEntryStatus = message({ addresses: list(message({ value: string, host: string })) });
function decodeServiceEntry(document, report, admission) {
  const identity = readIstioIdentity(document, report);
  const spec2 = readSpec(serviceEntrySpec, document, report);
  if (spec2 === null) return null;
  validateServiceEntry(spec2, identity, report, admission);
  const status2 = readNode(serviceEntryStatus, nodeAt(document.root, ["status"]), ["status"], () => void 0);
  return {
    kind: "ServiceEntry",
    ...identity,
    hosts: spec2.hosts,
    addresses: spec2.addresses,
    ports: spec2.ports.map(({ number, protocol, name, targetPort }) => ({
      name,
      number,
      protocol,
      targetPort: targetPort || null
    })),
    // A resolution without a name is refused; a location without one counts as the first.
    resolution: typeof spec2.resolution === "number" ? "NONE" : spec2.resolution,
    location: typeof spec2.location === "number" ? "MESH_INTERNAL" : spec2.location,
    endpoints: spec2.endpoints.map(({ address, ports, labels }) => ({ address, ports, labels })),
    workloadSelector: spec2.workloadSelector?.labels ?? null,
    exportTo: spec2.exportTo.length === 0 ? null : spec2.exportTo,
    automaticAddresses: status2.addresses
  };
}

// src/resources/service.ts
var spec = object({
  type: oneOf("ClusterIP", "NodePort", "LoadBalancer", "ExternalName"),
  clusterIP: string,
  clusterIPs: list(string),
  externalName: string,
  ports: list(object({ name: string, port: integer2(1, 65535), protocol: string, appProtocol: optional(string) }))
});
function decodeService(document, report) {
  const identity = readIdentity(document, report);
  const found = readNode(spec, nodeAt(document.root, ["spec"]), ["spec"], report);
  found.ports.forEach(({ port }, index) => {
    if (nodeAt(document.root, ["spec", "ports", index, "port"]) === null && port === 0) {
      report(["spec", "ports", index, "port"], "a port number from 1 to 65535");
    }
  });
  return {
    kind: "Service",
    ...identity,
    type: found.type,
    clusterIP: found.clusterIP || null,
    clusterIPs: found.clusterIPs,
    externalName: found.externalName,
    ports: found.ports.map(({ name, port, protocol, appProtocol }) => ({
      name,
      port,
      protocol: protocol || "TCP",
      appProtocol
    }))
  };
}

// src/resources/server-tls.ts
var tlsVersion = enumeration("TLS_AUTO", "TLSV1_0", "TLSV1_1", "TLSV1_2", "TLSV1_3");
var serverTlsSettings = message({
  httpsRedirect: boolean,
  mode: enumeration("PASSTHROUGH", "SIMPLE", "MUTUAL", "AUTO_PASSTHROUGH", "ISTIO_MUTUAL", "OPTIONAL_MUTUAL"),
  serverCertificate: string,
  privateKey: string,
  caCertificates: string,
  caCrl: string,
  credentialName: string,
  credentialNames: list(string),
  caCertCredentialName: string,
  tlsCertificates: list(message({ serverCertificate: string, privateKey: string, caCertificates: string })),
  subjectAltNames: list(string),
  verifyCertificateSpki: list(string),
  verifyCertificateHash: list(string),
  minProtocolVersion: tlsVersion,
  maxProtocolVersion: tlsVersion,
  cipherSuites: list(string)
});

// src/resources/egress-host-validation.ts
function validateEgressHost(host, path2, report) {
  const fault2 = faultOfEgressHost(host);
  if (fault2 !== null) report(path2, fault2);
}
function faultOfEgressHost(host) {
  const slash = host.indexOf("/");
  if (slash < 0) return 'the form namespace/host, such as "./*" or "*/api.example.com"';
  const namespace = host.slice(0, slash);
  const name = host.slice(slash + 1);
  if (![".", "*", "~"].includes(namespace) && !isDnsLabel(namespace)) {
    return 'a namespace before the slash, "." for its own, "*" for any or "~" for none';
  }
  if (name === "*") return null;
  const fault2 = faultOfWildcardName(name) ?? faultOfPartialWildcard(name);
  if (fault2 !== null) return `after the slash ${fault2}`;
  return name.includes(".") ? null : "after the slash a full domain name: short names are not looked up";
}

// src/resources/server-tls-validation.ts
function validateIngressTls(tls, protocol, path2, report) {
  if (!namesTls(protocol))
    report(path2, `none on a port of protocol ${protocol === "" ? "(none)" : quote(protocol)}: only on HTTPS or TLS`);
  for (const field3 of ["subjectAltNames", "credentialName", "credentialNames", "tlsCertificates"]) {
    if (tls[field3].length > 0) report([...path2, field3], "none: a Sidecar does not support it");
  }
  if (tls.httpsRedirect) report([...path2, "httpsRedirect"], "false: a Sidecar does not support it");
  switch (tls.mode) {
    case "ISTIO_MUTUAL":
    case "AUTO_PASSTHROUGH":
      report([...path2, "mode"], "SIMPLE, MUTUAL, OPTIONAL_MUTUAL or PASSTHROUGH");
      return;
    case "SIMPLE":
    case "MUTUAL":
    case "OPTIONAL_MUTUAL":
      for (const field3 of ["serverCertificate", "privateKey"]) {
        if (tls[field3] === "") report([...path2, field3], `the path of a file with mode ${tls.mode}`);
      }
      if (tls.mode !== "SIMPLE" && tls.caCertificates === "") {
        report([...path2, "caCertificates"], `the path of a file with mode ${tls.mode}`);
      }
      if (tls.mode === "SIMPLE" && tls.caCrl !== "") report([...path2, "caCrl"], "none with mode SIMPLE");
      return;
    default:
      return;
  }
}

// src/resources/ingress-validation.ts
function validateIngress(ingress, report) {
  const byNumber = /* @__PURE__ */ new Map();
  ingress.forEach(({ port, bind, defaultEndpoint, tls, connectionPool }, index) => {
    const path2 = ["spec", "ingress", index];
    if (port === null) {
      report([...path2, "port"], "the port that the listener receives on");
      return;
    }
    if (port.targetPort > 0) report([...path2, "port", "targetPort"], "none: a Sidecar has no use for it");
    if (port.name !== "") validatePortName(port.name, [...path2, "port", "name"], report);
    validateProtocol(port.protocol, [...path2, "port", "protocol"], report);
    validatePortNumber(port.number, [...path2, "port", "number"], report);
    if (bind !== "" && parseAddress(bind) === null) report([...path2, "bind"], "an IP address");
    validateOnce(byNumber, port.number, [...path2, "port", "number"], report);
    validateDefaultEndpoint(defaultEndpoint, [...path2, "defaultEndpoint"], report);
    if (tls !== null) validateIngressTls(tls, port.protocol, [...path2, "tls"], report);
    validateConnectionPool(connectionPool, [...path2, "connectionPool"], report);
  });
}
var OWN_ENDPOINT = /^(?:|127\.0\.0\.1|0\.0\.0\.0|\[(?:|127\.0\.0\.1|0\.0\.0\.0|::1|::)\]):(\+?\d+)$/;
function validateDefaultEndpoint(endpoint, path2, report) {
  if (endpoint === "") return;
  const socket = unixPathOf(endpoint);
  const port = Number(OWN_ENDPOINT.exec(endpoint)?.[1]);
  const isAllowed = socket === null ? port >= 1 && port <= 65535 : faultOfUnixPath(socket) === null;
  if (!isAllowed) {
    report(path2, 'a port of 127.0.0.1, 0.0.0.0, [::1] or [::], as in "127.0.0.1:8080", or a unix:// path');
  }
}

// src/resources/sidecar-validation.ts
function validateSidecar(spec2, report, { takesThrift }) {
  const { ingress, egress, outboundTrafficPolicy, inboundConnectionPool } = spec2;
  validateWorkloadSelector(spec2.workloadSelector, report);
  if (ingress.length + egress.length === 0 && outboundTrafficPolicy === null && inboundConnectionPool === null) {
    report(["spec"], "at least one of egress, ingress, outboundTrafficPolicy and inboundConnectionPool");
  }
  validateIngress(ingress, report);
  validateConnectionPool(inboundConnectionPool, ["spec", "inboundConnectionPool"], report);
  validateEgress(egress, report, takesThrift);
  validateOutboundTrafficPolicy(outboundTrafficPolicy, report);
}
function validateEgress(egress, report, takesThrift) {
  const byPlace4 = /* @__PURE__ */ new Map();
  egress.forEach((listener, index) => {
    const path2 = ["spec", "egress", index];
    if (listener.port === null) {
      if (index < egress.length - 1) {
        report([...path2, "port"], "a port: only the last egress listener may go without");
      }
    } else {
      validateEgressPort(listener, listener.port, path2, report, takesThrift);
      const place = listener.port.number === 0 ? listener.bind : String(listener.port.number);
      const field3 = listener.port.number === 0 ? ["bind"] : ["port", "number"];
      validateOnce(byPlace4, place, [...path2, ...field3], report);
    }
    if (listener.hosts.length === 0) report([...path2, "hosts"], 'at least one host such as "./*"');
    listener.hosts.forEach((host, at) => validateEgressHost(host, [...path2, "hosts", at], report));
  });
}
function validateEgressPort({ bind, captureMode: captureMode2 }, port, path2, report, takesThrift) {
  if (port.targetPort > 0) report([...path2, "port", "targetPort"], "none: a Sidecar has no use for it");
  if (port.name !== "") validatePortName(port.name, [...path2, "port", "name"], report);
  validateProtocol(port.protocol, [...path2, "port", "protocol"], report, takesThrift);
  if (port.number !== 0) {
    validatePortNumber(port.number, [...path2, "port", "number"], report);
    if (bind !== "" && parseAddress(bind) === null) {
      report([...path2, "bind"], "an IP address (a unix:// path goes with port 0)");
    }
    return;
  }
  const socket = unixPathOf(bind);
  if (socket === null) {
    report([...path2, "port", "number"], "a port number from 1 to 65535, or a unix:// path in bind");
  } else {
    const fault2 = faultOfUnixPath(socket);
    if (fault2 !== null) report([...path2, "bind"], fault2);
  }
  if (captureMode2 !== "DEFAULT" && captureMode2 !== "NONE") {
    report([...path2, "captureMode"], "DEFAULT or NONE for a Unix socket");
  }
}
function validateOutboundTrafficPolicy(policy, report) {
  if (policy === null || policy.egressProxy === null) return;
  const path2 = ["spec", "outboundTrafficPolicy", "egressProxy"];
  const { host, port, subset } = policy.egressProxy;
  if (policy.mode !== "ALLOW_ANY") {
    report(path2, `none with mode ${policy.mode}: only with ALLOW_ANY`);
    return;
  }
  const fault2 = faultOfDomainName(host);
  if (fault2 !== null) report([...path2, "host"], fault2);
  if (subset !== "" && !isDnsLabel(subset)) report([...path2, "subset"], "the name of a subset");
  if (port === null) report([...path2, "port"], "the port of the proxy, as in port: {number: 443}");
  else validatePortNumber(port, [...path2, "port", "number"], report);
}

// src/resources/sidecar.ts
var sidecarPort = message({ number: uint32, protocol: string, name: string, targetPort: uint32 });
var captureMode = enumeration("DEFAULT", "IPTABLES", "NONE");
var ingressListener = message({
  port: optional(sidecarPort),
  bind: string,
  captureMode,
  defaultEndpoint: string,
  tls: optional(serverTlsSettings),
  connectionPool: optional(connectionPoolSettings)
});
var egressListener = message({ port: optional(sidecarPort), bind: string, captureMode, hosts: list(string) });
var sidecarSpec = message({
  workloadSelector: optional(workloadSelector),
  ingress: list(ingressListener),
  egress: list(egressListener),
  inboundConnectionPool: optional(connectionPoolSettings),
  outboundTrafficPolicy: optional(
    message({ mode: enumeration("REGISTRY_ONLY", "ALLOW_ANY"), egressProxy: optional(destination) })
  )
});
function decodeSidecar(document, report, admission) {
  const identity = readIstioIdentity(document, report);
  const spec2 = readSpec(sidecarSpec, document, report);
  if (spec2 === null) return null;
  validateSidecar(spec2, report, admission);
  return {
    kind: "Sidecar",
    ...identity,
    workloadSelector: spec2.workloadSelector?.labels ?? null,
    egress: spec2.egress.map(({ port, bind, captureMode: captureMode2, hosts }) => ({
      port: port === null ? null : { number: port.number, protocol: port.protocol, name: port.name },
      bind,
      captureMode: typeof captureMode2 === "number" ? "DEFAULT" : captureMode2,
      hosts
    })),
    outboundTrafficPolicy: trafficPolicyOf(spec2.outboundTrafficPolicy)
  };
}
function trafficPolicyOf(policy) {
  if (policy === null) return null;
  const { mode, egressProxy } = policy;
  return { mode: mode === "ALLOW_ANY" ? "ALLOW_ANY" : "REGISTRY_ONLY", egressProxy };
}

// src/resources/virtual-service/header-name.ts
var HOST = /^host$/iu;
var AUTHORITY = /^(?::authority|host)$/iu;
var TOKEN = /^[!#$%&'*+\-.^_`|~A-Za-z0-9]+$/;
var CLAIM = /^@request\.auth\.claims(?:\..|\[.+\]$)/is;
var PSEUDO_HEADERS = [":method", ":scheme", ":authority", ":path", ":status"];
function isAuthority(name) {
  return AUTHORITY.test(name);
}
function isTokenClaim(name) {
  return CLAIM.test(name);
}
function faultOfMatchedHeader(name) {
  return isTokenClaim(name) || PSEUDO_HEADERS.includes(name) ? null : faultOfToken(name);
}
function faultOfCorsHeader(name) {
  return name === "*" ? null : faultOfToken(name);
}
function faultOfRequestHeader(name) {
  return isAuthority(name) ? null : faultOfChangedHeader(name);
}
function faultOfChangedHeader(name) {
  if (name === "") return "the name of a header";
  if (HOST.test(name)) return "no change of the header Host here";
  return name.startsWith(":") ? 'a header that does not begin with ":": Envoy makes those itself' : null;
}
function faultOfToken(name) {
  return TOKEN.test(name) ? null : "the name of a header: letters, digits and !#$%&'*+-.^_`|~";
}

// src/resources/pattern-scanner.ts
var ESCAPE = /\\(?:(0[0-7]{0,2}|[1-7][0-7]{1,2})|x\{([0-9a-fA-F]+)\}|x([0-9a-fA-F]{2})|([afnrtv])|([^0-9A-Za-z\u0080-\u{10ffff}]))/uy;
var CONTROLS = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };
var LAST_CODE_POINT = 1114111;
function patternScanner(text5) {
  let at = 0;
  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text5);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const takeEscape = () => {
    const start = at;
    const escape2 = take(ESCAPE);
    const value = escape2 === null ? null : valueOf2(escape2);
    if (value === null || value > LAST_CODE_POINT) at = start;
    return value === null || value > LAST_CODE_POINT ? null : value;
  };
  return {
    atEnd: () => at >= text5.length,
    starts: (start) => text5.startsWith(start, at),
    peek: (length) => text5.slice(at, at + length),
    take,
    takeCharacter: () => {
      if (text5.startsWith("\\", at)) return takeEscape();
      const value = text5.codePointAt(at) ?? null;
      if (value !== null) at += value > 65535 ? 2 : 1;
      return value;
    }
  };
}
function valueOf2([, octal, braced, hex, control, itself]) {
  if (octal !== void 0) return Number.parseInt(octal, 8);
  if (control !== void 0) return CONTROLS[control] ?? 0;
  if (itself !== void 0) return itself.codePointAt(0) ?? 0;
  return Number.parseInt(braced ?? hex ?? "", 16);
}

// src/resources/unicode-class.ts
var special = "Any Ascii Assigned";
var categories = `
  C Cc Cf Cn Co Cs L Lc Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs
  Casedletter Closepunctuation Cntrl Combiningmark Connectorpunctuation Control Currencysymbol Dashpunctuation
  Decimalnumber Digit Enclosingmark Finalpunctuation Format Initialpunctuation Letter Letternumber Lineseparator
  Lowercaseletter Mark Mathsymbol Modifierletter Modifiersymbol Nonspacingmark Number Openpunctuation Other
  Otherletter Othernumber Otherpunctuation Othersymbol Paragraphseparator Privateuse Punct Punctuation Separator
  Spaceseparator Spacingmark Surrogate Symbol Titlecaseletter Unassigned Uppercaseletter`;
var scripts = `
  Adlam Ahom Arabic Armenian Avestan Balinese Bamum Batak Bengali Bhaiksuki Bopomofo Brahmi Braille Buginese Buhid
  Carian Chakma Cham Cherokee Chorasmian Common Coptic Cuneiform Cypriot Cyrillic Deseret Devanagari Dogra Duployan
  Elbasan Elymaic Ethiopic Georgian Glagolitic Gothic Grantha Greek Gujarati Gurmukhi Han Hangul Hanunoo Hatran Hebrew
  Hiragana Inherited Javanese Kaithi Kannada Katakana Kawi Kharoshthi Khmer Khojki Khudawadi Lao Latin Lepcha Limbu
  Lisu Lycian Lydian Mahajani Makasar Malayalam Mandaic Manichaean Marchen Medefaidrin Miao Modi Mongolian Mro Multani
  Myanmar Nabataean Nandinagari Newa Nko Nushu Ogham Oriya Osage Osmanya Palmyrene Phoenician Rejang Runic Samaritan
  Saurashtra Sharada Shavian Siddham Sinhala Sogdian Soyombo Sundanese Syriac Tagalog Tagbanwa Takri Tamil Tangsa
  Tangut Telugu Thaana Thai Tibetan Tifinagh Tirhuta Toto Ugaritic Vai Vithkuqi Wancho Yezidi Yi`;
var names = new Set(`${special} ${categories} ${scripts}`.trim().split(/\s+/));
function isUnicodeClass(name) {
  const letters = name.replace(/^\^/, "").replace(/[-_ ]/g, "");
  return names.has(letters.charAt(0).toUpperCase() + letters.slice(1).toLowerCase());
}

// src/resources/regular-expression.ts
var FLAGS = /\(\?[imsU]*(?:-[imsU]+)?\)/y;
var GROUP = /\((?!\?)|\(\?P?<\w+>|\(\?[imsU]*(?:-[imsU]+)?:/y;
var REPETITION = /[*+?]\??|\{(0|[1-9]\d*)(?:(,)(0|[1-9]\d*)?)?\}\??/y;
var LITERALS = /\\Q(.*?)(?:\\E|$)/sy;
var POSITION = /\\[AbBz]/y;
var PERL_CLASS = /\\[dDsSwW]/y;
var POSIX_CLASS = /\[:(.*?):\]/sy;
var UNICODE_CLASS = /\\[pP](?:\{(.*?)\}|([^{]))/suy;
var POSIX_NAME = /^\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit)$/;
var MOST_REPETITIONS = 1e3;
var opened = { hasOperand: false, operand: 1, earlier: 1 };
function faultOfRegularExpression(text5) {
  const scanner = patternScanner(text5);
  const outer = [];
  let group = opened;
  let isRepeated = false;
  const begin = (operand) => {
    group = { hasOperand: true, operand, earlier: Math.max(group.earlier, group.operand) };
  };
  while (!scanner.atEnd()) {
    const repetition = scanner.take(REPETITION);
    if (repetition !== null) {
      if (isRepeated || !group.hasOperand) return `something that ${quote(repetition[0])} can repeat`;
      const operand = repeated(group.operand, repetition);
      if (operand === null) return `at most ${MOST_REPETITIONS} repetitions, not ${quote(repetition[0])}`;
      group = { ...group, operand };
      isRepeated = true;
      continue;
    }
    isRepeated = false;
    if (scanner.take(FLAGS) !== null) continue;
    if (scanner.take(GROUP) !== null) {
      outer.push(group);
      group = opened;
    } else if (scanner.starts("(")) {
      return 'a group that RE2 knows after "(?"';
    } else if (scanner.take(/\|/y) !== null) {
      group = { ...group, hasOperand: false };
    } else if (scanner.take(/\)/y) !== null) {
      const inner = Math.max(group.earlier, group.operand);
      const enclosing = outer.pop();
      if (enclosing === void 0) return 'a "(" for every ")"';
      group = enclosing;
      begin(inner);
    } else {
      const literals = scanner.take(LITERALS);
      const fault2 = literals === null ? scanOperand(scanner) : null;
      if (fault2 !== null) return fault2;
      if (literals?.[1] !== "") begin(1);
    }
  }
  return outer.length === 0 ? null : 'a ")" for every "("';
}
function repeated(operand, [, least, comma, most]) {
  if (least === void 0) return operand;
  const min = Number(least);
  const max = comma === void 0 ? min : most === void 0 ? null : Number(most);
  if (min > MOST_REPETITIONS || max !== null && (max > MOST_REPETITIONS || min > max)) return null;
  if (max === 0) return 1;
  const product = operand * Math.max(max ?? min, 1);
  return product > MOST_REPETITIONS ? null : product;
}
function scanOperand(scanner) {
  if (scanner.take(POSITION) !== null || scanner.take(PERL_CLASS) !== null) return null;
  const unicode = scanner.take(UNICODE_CLASS);
  if (unicode !== null) return faultOfUnicodeClass(unicode);
  if (scanner.starts("[")) return scanClass(scanner);
  return scanner.takeCharacter() === null ? faultOfEscape(scanner) : null;
}
function scanClass(scanner) {
  scanner.take(/\[\^?/y);
  for (let isFirst = true; isFirst || scanner.take(/\]/y) === null; isFirst = false) {
    const posix2 = scanner.take(POSIX_CLASS);
    if (posix2 !== null) {
      if (!POSIX_NAME.test(posix2[1] ?? "")) return `a class that RE2 knows, not ${quote(posix2[0])}`;
      continue;
    }
    const unicode = scanner.take(UNICODE_CLASS);
    if (unicode !== null) {
      const fault2 = faultOfUnicodeClass(unicode);
      if (fault2 !== null) return fault2;
      continue;
    }
    if (scanner.take(PERL_CLASS) !== null) continue;
    const first = scanner.takeCharacter();
    const last = scanner.take(/-(?=[^\]])/y) === null ? first : scanner.takeCharacter();
    if (first === null || last === null) return scanner.atEnd() ? 'a "]" for the "["' : faultOfEscape(scanner);
    if (last < first) return 'ranges in ascending order between "[" and "]"';
  }
  return null;
}
function faultOfUnicodeClass([written2, long, short]) {
  return isUnicodeClass(long ?? short ?? "") ? null : `a class that RE2 knows, not ${quote(written2)}`;
}
function faultOfEscape(scanner) {
  return `an escape that RE2 knows, not ${quote(scanner.peek(2))}`;
}

// src/resources/virtual-service/string-match.ts
var kinds = message({ exact: optional(string), prefix: optional(string), regex: optional(string) });
var stringMatch = derived(kinds, ({ exact, prefix: prefix2, regex }) => {
  if (regex !== null) return { kind: "regex", value: regex };
  if (prefix2 !== null) return { kind: "prefix", value: prefix2 };
  return exact === null ? { kind: "present" } : { kind: "exact", value: exact };
});
function validateStringMatch(match2, path2, report) {
  if (match2?.kind === "prefix" && match2.value === "") report([...path2, "prefix"], "a prefix that is not empty");
  validateStringMatchRegex(match2, path2, report);
}
function validateStringMatchRegex(match2, path2, report) {
  if (match2?.kind !== "regex") return;
  if (match2.value === "") report([...path2, "regex"], "a regular expression that is not empty");
  else validateRegex(match2.value, [...path2, "regex"], report);
}
var MOST_BYTES = 1024;
function validateRegex(text5, path2, report) {
  const size = new TextEncoder().encode(text5).length;
  const fault2 = size > MOST_BYTES ? `at most ${MOST_BYTES} bytes, not ${size}` : faultOfRegularExpression(text5);
  if (fault2 !== null) report(path2, `a regular expression in RE2 syntax: ${fault2}`);
}

// src/resources/virtual-service/cors-policy.ts
var corsPolicy = message({
  allowOrigin: list(string),
  allowOrigins: list(stringMatch),
  allowMethods: list(string),
  allowHeaders: list(string),
  exposeHeaders: list(string),
  maxAge: optional(duration),
  allowCredentials: optional(boolean),
  unmatchedPreflights: enumeration("UNSPECIFIED", "FORWARD", "IGNORE")
});
var methods = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "CONNECT",
  "OPTIONS",
  "TRACE",
  "*"
];
var SECOND = 1000000000n;
function validateCorsPolicy(policy, path2, report) {
  if (policy === null) return;
  policy.allowOrigins.forEach((origin, index) => {
    const at = [...path2, "allowOrigins", index];
    if (origin.kind === "present" || origin.value === "") report(at, "an exact, prefix or regex that is not empty");
    else validateStringMatchRegex(origin, at, report);
  });
  policy.allowMethods.forEach((method, index) => {
    if (!methods.includes(method)) report([...path2, "allowMethods", index], `one of ${methods.join(", ")}`);
  });
  for (const field3 of ["allowHeaders", "exposeHeaders"]) {
    policy[field3].forEach((name, index) => {
      const fault2 = faultOfCorsHeader(name);
      if (fault2 !== null) report([...path2, field3, index], fault2);
    });
  }
  validateDuration(policy.maxAge, [...path2, "maxAge"], report);
  if (policy.maxAge !== null && policy.maxAge % SECOND > 0n) report([...path2, "maxAge"], "whole seconds");
}

// src/resources/virtual-service/http-status.ts
function validateStatus(status2, path2, report) {
  if (status2 < 200 || status2 > 600) report(path2, "an HTTP status from 200 to 600");
}
var ranges = [
  [100, 103],
  [200, 208],
  [226, 226],
  [300, 305],
  [307, 308],
  [400, 418],
  [421, 426],
  [428, 429],
  [431, 431],
  [451, 451],
  [500, 508],
  [510, 511]
];
function isNamedStatus(status2) {
  return ranges.some(([first, last]) => first <= status2 && status2 <= last);
}

// src/resources/virtual-service/direct-response.ts
var base64 = scalar(0, "bytes in base64", ({ type, text: text5 }) => {
  const digits = text5.replace(/[\r\n]/g, "");
  const unpadded = digits.replace(/=+$/, "");
  const isSound = type === "string" && digits.length % 4 === 0 && digits.length - unpadded.length <= 2;
  return isSound && /^[A-Za-z0-9+/]*$/.test(unpadded) ? Math.floor(unpadded.length * 3 / 4) : null;
});
var octets = list(integer2(0, 255));
var byteCount = {
  absent: 0,
  read: (node, path2, report) => node.kind === "sequence" ? octets.read(node, path2, report).length : base64.read(node, path2, report)
};
var directResponse = message({
  status: uint32,
  body: optional(message({ string: optional(string), bytes: optional(byteCount) }))
});
var MOST_BYTES2 = 1024 * 1024;
function validateDirectResponse(response, path2, report) {
  if (response === null) return;
  const { status: status2, body } = response;
  validateStatus(status2, [...path2, "status"], report);
  const size = body?.bytes ?? new TextEncoder().encode(body?.string ?? "").length;
  if (size > MOST_BYTES2) report([...path2, "body"], `at most ${MOST_BYTES2} bytes, not ${size}`);
}

// src/resources/virtual-service/percent.ts
var percent = derived(message({ value: double }), ({ value }) => value);
function validateFaultPercentage(value, path2, report) {
  if (value !== null && (value < 0 || value > 100 || value > 0 && value < 1e-4)) {
    report([...path2, "value"], "0, or a number from 0.0001 to 100");
  }
}
function validateMirrorPercentage(value, path2, report) {
  if (value !== null && (value < 0 || value > 100)) report([...path2, "value"], "a number from 0 to 100");
}

// src/resources/virtual-service/fault-injection.ts
var faultInjection = message({
  delay: optional(
    message({
      percent: int32,
      fixedDelay: optional(duration),
      exponentialDelay: optional(duration),
      percentage: optional(percent)
    })
  ),
  abort: optional(
    message({
      httpStatus: optional(int32),
      grpcStatus: optional(string),
      http2Error: optional(string),
      percentage: optional(percent)
    })
  )
});
var grpcStatuses = [
  "OK",
  "CANCELLED",
  "UNKNOWN",
  "INVALID_ARGUMENT",
  "DEADLINE_EXCEEDED",
  "NOT_FOUND",
  "ALREADY_EXISTS",
  "PERMISSION_DENIED",
  "RESOURCE_EXHAUSTED",
  "FAILED_PRECONDITION",
  "ABORTED",
  "OUT_OF_RANGE",
  "UNIMPLEMENTED",
  "INTERNAL",
  "UNAVAILABLE",
  "DATA_LOSS",
  "UNAUTHENTICATED"
];
function validateFaultInjection(fault2, path2, report) {
  if (fault2 === null) return;
  const { delay, abort } = fault2;
  if (delay === null && abort === null) report(path2, "an abort, a delay or both");
  if (abort !== null) validateAbort(abort, [...path2, "abort"], report);
  if (delay !== null) validateDelay(delay, [...path2, "delay"], report);
}
function validateAbort(abort, path2, report) {
  const { httpStatus, grpcStatus, http2Error, percentage } = abort;
  validateFaultPercentage(percentage, [...path2, "percentage"], report);
  if (http2Error !== null) report([...path2, "http2Error"], "none: Istio does not support it");
  else if (grpcStatus !== null) {
    if (!grpcStatuses.includes(grpcStatus)) report([...path2, "grpcStatus"], `one of ${grpcStatuses.join(", ")}`);
  } else if (httpStatus !== null) validateStatus(httpStatus, [...path2, "httpStatus"], report);
}
function validateDelay(delay, path2, report) {
  const { fixedDelay, exponentialDelay, percentage } = delay;
  validateFaultPercentage(percentage, [...path2, "percentage"], report);
  if (exponentialDelay !== null) report([...path2, "exponentialDelay"], "none: Istio does not support it");
  else validateDuration(fixedDelay, [...path2, "fixedDelay"], report);
}

// src/resources/virtual-service/header-value.ts
var STRING = String.raw`(?:[^\\)"]|\\.)*`;
var STRINGS = `${STRING}(?:" *, *"${STRING})*`;
var ARGUMENTS = String.raw` *(?:\[ *"|[^ \[])${STRINGS}(?:\)|" *\] *\)) *`;
var VARIABLE = String.raw`%(?!%)[^%(]*(?:\(${ARGUMENTS})?%`;
var TEMPLATE = new RegExp(`^(?:[^%]|%%|${VARIABLE})*$`, "s");
var CONTROL = new RegExp(String.raw`[\u0000-\u0008\u000a-\u001f\u007f]`);
function faultOfHeaderValue(value) {
  if (CONTROL.test(value)) return "a text without control characters";
  return TEMPLATE.test(value) ? null : "a text with variables as in %REQ(:path)%, and %% for a percent sign";
}

// src/resources/virtual-service/headers.ts
var operations = message({ set: mapOf(string), add: mapOf(string), remove: list(string) });
var headers = message({ request: optional(operations), response: optional(operations) });
function validateHeaders(headers2, path2, report) {
  if (headers2 === null) return;
  validateOperations(headers2.request, faultOfRequestHeader, [...path2, "request"], report);
  validateOperations(headers2.response, faultOfChangedHeader, [...path2, "response"], report);
}
function validateOperations(changes, faultOfName, path2, report) {
  if (changes === null) return;
  for (const operation of ["add", "set"]) {
    for (const [name, value] of Object.entries(changes[operation])) {
      const fault2 = faultOfName(name) ?? faultOfHeaderValue(value);
      if (fault2 !== null) report([...path2, operation, name], fault2);
    }
  }
  changes.remove.forEach((name, index) => {
    const fault2 = faultOfChangedHeader(name);
    if (fault2 !== null) report([...path2, "remove", index], fault2);
  });
}

// src/resources/virtual-service/gateway-name.ts
function validateGatewayNames(gateways, isGatewayApi, path2, report) {
  for (const [index, gateway] of gateways.entries()) {
    const slash = gateway.indexOf("/");
    if (slash < 0) {
      const fault2 = faultOfDomainName(gateway);
      if (fault2 !== null) report([...path2, index], `"mesh", namespace/name or ${fault2}`);
      return;
    }
    const namespace = gateway.slice(0, slash);
    const name = gateway.slice(slash + 1);
    if (!isDnsLabel(namespace)) report([...path2, index], `before the slash a namespace: ${DNS_LABEL_FORM}`);
    if (name === "" || !isDnsLabel(name) && !isGatewayApi) {
      report([...path2, index], `after the slash the name of a Gateway: ${DNS_LABEL_FORM}`);
    }
  }
}

// src/resources/virtual-service/source-match.ts
var sourceMatch = {
  port: uint32,
  sourceLabels: mapOf(string),
  sourceNamespace: string,
  gateways: list(string)
};
function validateSourceMatch(match2, path2, report) {
  if (match2.port !== 0) validatePortNumber(match2.port, [...path2, "port"], report);
  validateLabels(match2.sourceLabels, [...path2, "sourceLabels"], report);
  validateGatewayNames(match2.gateways, false, [...path2, "gateways"], report);
}

// src/resources/virtual-service/http-match.ts
var httpMatchRequest = message({
  name: string,
  uri: optional(stringMatch),
  scheme: optional(stringMatch),
  method: optional(stringMatch),
  authority: optional(stringMatch),
  headers: mapOf(stringMatch),
  ...sourceMatch,
  queryParams: mapOf(stringMatch),
  ignoreUriCase: boolean,
  withoutHeaders: mapOf(stringMatch),
  statPrefix: string
});
function httpMatch(request) {
  const { uri, scheme, method, authority, headers: headers2, withoutHeaders, queryParams, ignoreUriCase } = request;
  const { port, sourceLabels, sourceNamespace, gateways } = request;
  const strings = { uri, scheme, method, authority, headers: headers2, withoutHeaders, queryParams, ignoreUriCase };
  return { ...strings, port, sourceLabels, sourceNamespace, gateways };
}
function validateHttpMatch(match2, path2, report) {
  for (const [name, value] of Object.entries(match2.headers)) {
    const at = [...path2, "headers", name];
    validateHeaderName(name, at, report);
    validateStringMatch(value, at, report);
  }
  for (const [name, value] of Object.entries(match2.withoutHeaders)) {
    const at = [...path2, "withoutHeaders", name];
    validateHeaderName(name, at, report);
    if (value.kind !== "regex" || value.value !== "*") validateStringMatch(value, at, report);
  }
  validateStringMatchRegex(match2.uri, [...path2, "uri"], report);
  for (const part of ["scheme", "method", "authority"]) {
    validateStringMatch(match2[part], [...path2, part], report);
  }
  for (const [name, value] of Object.entries(match2.queryParams)) {
    validateStringMatch(value, [...path2, "queryParams", name], report);
  }
  validateSourceMatch(match2, path2, report);
  if (match2.sourceNamespace !== "" && !isDnsLabel(match2.sourceNamespace)) {
    report([...path2, "sourceNamespace"], "the name of a namespace");
  }
}
function validateNoTokenClaim(match2, path2, report) {
  for (const field3 of ["headers", "withoutHeaders"]) {
    for (const name of Object.keys(match2[field3])) {
      if (isTokenClaim(name)) report([...path2, field3, name], "no claim of a token: only gateways route by those");
    }
  }
}
function validateHeaderName(name, path2, report) {
  const fault2 = faultOfMatchedHeader(name);
  if (fault2 !== null) report(path2, fault2);
}

// src/resources/virtual-service/redirect.ts
var httpRedirect = message({
  uri: string,
  authority: string,
  port: optional(uint32),
  derivePort: optional(enumeration("FROM_PROTOCOL_DEFAULT", "FROM_REQUEST_PORT")),
  scheme: string,
  redirectCode: uint32
});
function validateRedirect(redirect, path2, report) {
  if (redirect === null) return;
  const { uri, authority, port, derivePort, scheme, redirectCode } = redirect;
  if (uri === "" && authority === "" && scheme === "" && port === null && derivePort === null) {
    report(path2, "a uri, authority, scheme or port to redirect to");
  }
  if (redirectCode !== 0 && (redirectCode < 300 || redirectCode > 399)) {
    report([...path2, "redirectCode"], "a code from 300 to 399");
  }
  if (!["", "http", "https"].includes(scheme)) report([...path2, "scheme"], "http or https");
  if (derivePort === null && port !== null && port !== 0) validatePortNumber(port, [...path2, "port"], report);
}

// src/resources/virtual-service/retries.ts
var httpRetry = message({
  attempts: int32,
  perTryTimeout: optional(duration),
  retryOn: string,
  retryRemoteLocalities: optional(boolean),
  retryIgnorePreviousHosts: optional(boolean),
  backoff: optional(duration)
});
var conditions = [
  "5xx",
  "gateway-error",
  "reset",
  "reset-before-request",
  "connect-failure",
  "retriable-4xx",
  "refused-stream",
  "retriable-status-codes",
  "retriable-headers",
  "envoy-ratelimited",
  "http3-post-connect-failure",
  "cancelled",
  "deadline-exceeded",
  "internal",
  "resource-exhausted",
  "unavailable"
];
function validateRetries(retries, path2, report) {
  if (retries === null) return;
  const { attempts, perTryTimeout, retryOn, retryRemoteLocalities, backoff } = retries;
  if (attempts < 0) report([...path2, "attempts"], "a number that is not negative");
  if (attempts === 0 && (perTryTimeout !== null || retryOn !== "" || retryRemoteLocalities !== null)) {
    report([...path2, "attempts"], "at least 1 with the other settings: 0 turns retries off");
  }
  validateDuration(perTryTimeout, [...path2, "perTryTimeout"], report);
  validateDuration(backoff, [...path2, "backoff"], report);
  const unknown = retryOn === "" ? void 0 : retryOn.split(",").find((condition) => !isKnown(condition));
  if (unknown !== void 0) {
    report([...path2, "retryOn"], `HTTP statuses or conditions of Envoy, with commas: ${quote(unknown)} is none`);
  }
}
function isKnown(condition) {
  return conditions.includes(condition) || isGoInteger(condition) && isNamedStatus(Number(condition));
}

// src/resources/virtual-service/rewrite.ts
var httpRewrite = message({
  uri: string,
  authority: string,
  uriRegexRewrite: optional(message({ match: string, rewrite: string }))
});
function validateRewrite(rewrite, path2, report) {
  if (rewrite === null) return;
  const { uri, authority, uriRegexRewrite } = rewrite;
  if (uriRegexRewrite === null) {
    if (uri === "" && authority === "") report(path2, "a uri, uriRegexRewrite or authority to rewrite");
    return;
  }
  const at = [...path2, "uriRegexRewrite"];
  if (uri !== "") report(at, "none beside uri: keep one of the two");
  if (uriRegexRewrite.rewrite === "") report([...at, "rewrite"], "what to put in place of the match");
  if (uriRegexRewrite.match === "") report([...at, "match"], "a regular expression that is not empty");
  else validateRegex(uriRegexRewrite.match, [...at, "match"], report);
}
function validateAuthority(rewrite, headers2, path2, report) {
  let current = rewrite?.authority ?? "";
  for (const operation of ["set", "add"]) {
    for (const [name, value] of Object.entries(headers2?.request?.[operation] ?? {})) {
      if (!isAuthority(name)) continue;
      if (current !== "") {
        report([...path2, "headers", "request", operation, name], "the authority to be set once: it already is");
        return;
      }
      current = value;
    }
  }
}

// src/resources/virtual-service/weighted-destination.ts
var routeDestination = message({ destination: optional(destination), weight: int32 });
var nowhere = { host: "", subset: "", port: null };
function weightedDestination({ destination: destination3, weight }) {
  return { ...destination3 ?? nowhere, weight };
}
function validateRouteDestinations(route, isGatewayApi, path2, report) {
  let total = 0;
  route.forEach(({ destination: destination3, weight }, index) => {
    const at = [...path2, index];
    if (destination3 === null) report([...at, "destination"], "a destination with a host");
    else if (!isGatewayApi) validateDestination(destination3, [...at, "destination"], report);
    if (weight < 0) report([...at, "weight"], "a weight that is not negative");
    total = total + weight | 0;
  });
  if (route.length > 1 && total === 0) report(path2, "weights that are not all 0, as there are several destinations");
}

// src/resources/virtual-service/http-route.ts
var httpRoute = message({
  name: string,
  match: list(httpMatchRequest),
  route: list(message({ destination: optional(destination), weight: int32, headers: optional(headers) })),
  redirect: optional(httpRedirect),
  directResponse: optional(directResponse),
  delegate: optional(message({ name: string, namespace: string })),
  rewrite: optional(httpRewrite),
  timeout: optional(duration),
  retries: optional(httpRetry),
  fault: optional(faultInjection),
  mirror: optional(destination),
  mirrors: list(message({ destination: optional(destination), percentage: optional(percent) })),
  mirrorPercent: optional(uint32),
  mirrorPercentage: optional(percent),
  corsPolicy: optional(corsPolicy),
  headers: optional(headers)
});
function httpRule({ name, match: match2, route, redirect, directResponse: directResponse2, delegate, ...rest }) {
  const mirrors = [rest.mirror, ...rest.mirrors.map(({ destination: destination3 }) => destination3)];
  return {
    name,
    match: match2.map(httpMatch),
    route: route.map(weightedDestination),
    mirrors: mirrors.filter((destination3) => destination3 !== null),
    redirect: redirect !== null,
    directResponse: directResponse2?.status ?? null,
    delegate
  };
}

// src/resources/virtual-service/tcp-route.ts
var l4MatchAttributes = message({ destinationSubnets: list(string), sourceSubnet: string, ...sourceMatch });
var tcpRoute = message({ match: list(l4MatchAttributes), route: list(routeDestination) });
function tcpRule({ match: match2, route }) {
  return {
    match: match2.map(({ destinationSubnets, port, sourceLabels, sourceNamespace, gateways }) => ({
      destinationSubnets,
      port,
      sourceLabels,
      sourceNamespace,
      gateways
    })),
    route: route.map(weightedDestination)
  };
}
function validateTcpRoute({ match: match2, route }, isGatewayApi, path2, report) {
  match2.forEach((attributes, index) => {
    const at = [...path2, "match", index];
    validateSubnets(attributes.destinationSubnets, [...at, "destinationSubnets"], report);
    validateSourceMatch(attributes, at, report);
  });
  if (route.length === 0) report([...path2, "route"], "at least one destination");
  validateRouteDestinations(route, isGatewayApi, [...path2, "route"], report);
}
function validateSubnets(subnets, path2, report) {
  subnets.forEach((subnet, index) => {
    if (!isAddressOrPrefix(subnet)) report([...path2, index], 'an IP address or a prefix such as "10.0.0.0/8"');
  });
}

// src/resources/virtual-service/gateway-host.ts
function faultOfGatewayHost(host) {
  if (!host.startsWith("outbound_") || host.length > 255) return faultOfWildcardName(host);
  const [, port = "", , name = ""] = host.split("_");
  return /\d/.test(port) && /[a-zA-Z]/.test(name) ? null : "the form outbound_.PORT_._.HOST";
}

// src/resources/virtual-service/tls-route.ts
var tlsMatchAttributes = message({ sniHosts: list(string), destinationSubnets: list(string), ...sourceMatch });
var tlsRoute = message({ match: list(tlsMatchAttributes), route: list(routeDestination) });
function tlsRule({ match: match2, route }) {
  return { match: match2, route: route.map(weightedDestination) };
}
function validateTlsRoute({ match: match2, route }, context, path2, report) {
  if (match2.length === 0) report([...path2, "match"], "at least one match with sniHosts");
  match2.forEach((attributes, index) => {
    const at = [...path2, "match", index];
    const { sniHosts, destinationSubnets } = attributes;
    if (sniHosts.length === 0) report([...at, "sniHosts"], "at least one host");
    sniHosts.forEach((host, position) => {
      const fault2 = faultOfSniHost(host, context);
      if (fault2 !== null) report([...at, "sniHosts", position], fault2);
    });
    validateSubnets(destinationSubnets, [...at, "destinationSubnets"], report);
    validateSourceMatch(attributes, at, report);
  });
  if (route.length === 0) report([...path2, "route"], "at least one destination");
  validateRouteDestinations(route, context.isGatewayApi, [...path2, "route"], report);
}
function faultOfSniHost(host, { covering, gateways }) {
  const fault2 = gateways.includes("mesh") ? faultOfWildcardName(host) : faultOfGatewayHost(host);
  if (fault2 !== null) return parseAddress(host) === null ? fault2 : null;
  return covering(host) === null ? "a host that one of spec.hosts covers" : null;
}

// src/resources/hostname.ts
function isWildcard(host) {
  return host.startsWith("*");
}
function isSubsetOf(host, pattern) {
  if (!isWildcard(pattern)) return host === pattern;
  const suffix = pattern.slice(1);
  return isWildcard(host) ? host.length >= pattern.length && host.slice(1).endsWith(suffix) : host.length >= suffix.length && host.endsWith(suffix);
}

// src/resources/virtual-service/covering-host.ts
function coveringHosts(hosts) {
  const exact = /* @__PURE__ */ new Map();
  const wildcards = /* @__PURE__ */ new Map();
  hosts.forEach((host, index) => {
    const [places, key2] = isWildcard(host) ? [wildcards, host.slice(1)] : [exact, host];
    if (!places.has(key2)) places.set(key2, index);
  });
  return (host, own2 = -1) => {
    const equal = exact.get(host);
    if (equal !== void 0 && equal !== own2) return equal;
    for (let end = isWildcard(host) ? 1 : 0; end <= host.length; end += 1) {
      const place = wildcards.get(host.slice(end));
      if (place !== void 0 && place !== own2) return place;
    }
    return null;
  };
}

// src/resources/virtual-service/http-route-validation.ts
function validateHttpRoute(route, context, path2, report) {
  if (route.delegate !== null && !context.isDelegate) validateDelegation(route, path2, report);
  else validateAction(route, context, path2, report);
  route.match.forEach((match2, index) => validateHttpMatch(match2, [...path2, "match", index], report));
  validateHeaders(route.headers, [...path2, "headers"], report);
  validateCorsPolicy(route.corsPolicy, [...path2, "corsPolicy"], report);
  validateFaultInjection(route.fault, [...path2, "fault"], report);
  validateMirrors(route, path2, report);
  validateRedirect(route.redirect, [...path2, "redirect"], report);
  validateDirectResponse(route.directResponse, [...path2, "directResponse"], report);
  validateRetries(route.retries, [...path2, "retries"], report);
  validateRewrite(route.rewrite, [...path2, "rewrite"], report);
  validateAuthority(route.rewrite, route.headers, path2, report);
  validateRouteDestinations(route.route, context.isGatewayApi, [...path2, "route"], report);
  route.route.forEach(({ headers: headers2 }, index) => validateHeaders(headers2, [...path2, "route", index, "headers"], report));
  validateDuration(route.timeout, [...path2, "timeout"], report);
}
function validateDelegation({ redirect, route }, path2, report) {
  if (redirect !== null) report([...path2, "redirect"], "none beside delegate");
  if (route.length > 0) report([...path2, "route"], "none beside delegate");
}
function validateAction(route, { isDelegate }, path2, report) {
  const { delegate, redirect, directResponse: directResponse2, mirror, mirrors } = route;
  if (isDelegate && delegate !== null) {
    report([...path2, "delegate"], "none in a VirtualService without hosts: delegates do not delegate on");
  }
  const answer = redirect !== null ? "redirect" : directResponse2 !== null ? "directResponse" : null;
  if (answer === null) {
    if (route.route.length === 0)
      report([...path2, "route"], "at least one destination, or a redirect or directResponse");
  } else {
    if (route.route.length > 0) report([...path2, "route"], `none beside ${answer}`);
    if (route.fault !== null) report([...path2, "fault"], `none beside ${answer}`);
    if (route.rewrite !== null) report([...path2, "rewrite"], `none beside ${answer}`);
  }
  if (redirect !== null && directResponse2 !== null) report([...path2, "directResponse"], "none beside redirect");
  if (mirror !== null && mirrors.length > 0) report([...path2, "mirror"], "none beside mirrors: keep one of the two");
}
function validateMirrors(route, path2, report) {
  const { mirror, mirrors, mirrorPercent, mirrorPercentage } = route;
  if (mirrorPercent !== null && mirrorPercent > 100) report([...path2, "mirrorPercent"], "a number from 0 to 100");
  validateMirrorPercentage(mirrorPercentage, [...path2, "mirrorPercentage"], report);
  if (mirror !== null) validateDestination(mirror, [...path2, "mirror"], report);
  mirrors.forEach(({ destination: destination3, percentage }, index) => {
    const at = [...path2, "mirrors", index];
    if (destination3 === null) report([...at, "destination"], "a destination with a host");
    else validateDestination(destination3, [...at, "destination"], report);
    validateMirrorPercentage(percentage, [...at, "percentage"], report);
  });
}

// src/resources/virtual-service/virtual-service-validation.ts
function validateVirtualService(spec2, identity, report) {
  const { hosts, gateways, http, tls, tcp } = spec2;
  const isDelegate = hosts.length === 0;
  const isGatewayApi = identity.annotations["internal.istio.io/route-semantics"] === "gateway";
  const isForMesh = gateways.length === 0 || gateways.includes("mesh");
  if (isDelegate) validateDelegate(spec2, report);
  validateGatewayNames(gateways, isGatewayApi, ["spec", "gateways"], report);
  validateHosts2(spec2, isForMesh, report);
  if (http.length + tls.length + tcp.length === 0) report(["spec"], "at least one route in http, tls or tcp");
  http.forEach((route, index) => {
    const path2 = ["spec", "http", index];
    validateHttpRoute(route, { isDelegate, isGatewayApi }, path2, report);
    if (!isForMesh) return;
    route.match.forEach((match2, position) => validateNoTokenClaim(match2, [...path2, "match", position], report));
  });
  const tlsContext = { covering: coveringHosts(hosts), gateways, isGatewayApi };
  tls.forEach((route, index) => validateTlsRoute(route, tlsContext, ["spec", "tls", index], report));
  tcp.forEach((route, index) => validateTcpRoute(route, isGatewayApi, ["spec", "tcp", index], report));
  validateExportTo(spec2.exportTo, identity.namespace, "anybody", report);
}
function validateDelegate(spec2, report) {
  for (const field3 of ["gateways", "tls", "tcp"]) {
    if (spec2[field3].length > 0)
      report(["spec", field3], "none in a VirtualService without hosts: it only serves as delegate");
  }
}
function validateHosts2({ hosts, tls }, isForMesh, report) {
  const namesSni = tls.some(({ match: match2 }) => match2.some(({ sniHosts }) => sniHosts.length > 0));
  const faultOf = (host) => {
    if (isForMesh && host === "*") return 'a host; "*" alone is for gateways only, not for the mesh';
    const fault2 = isForMesh || !namesSni ? faultOfWildcardName(host) : faultOfGatewayHost(host);
    return fault2 === null || parseAddress(host) !== null ? null : fault2;
  };
  const faults = hosts.map(faultOf);
  faults.forEach((fault2, index) => {
    if (fault2 !== null) report(["spec", "hosts", index], fault2);
  });
  if (faults.some((fault2) => fault2 !== null)) return;
  const covering = coveringHosts(hosts);
  hosts.forEach((host, index) => {
    const rival = covering(host, index);
    if (rival === null) return;
    const place = fieldName(["spec", "hosts", rival]);
    report(["spec", "hosts", index], `a host that no other covers: ${place}, ${quote(hosts[rival] ?? "")}, does`);
  });
}

// src/resources/virtual-service/virtual-service.ts
var virtualServiceSpec = message({
  hosts: list(string),
  gateways: list(string),
  http: list(httpRoute),
  tls: list(tlsRoute),
  tcp: list(tcpRoute),
  exportTo: list(string)
});
function decodeVirtualService(document, report) {
  const identity = readIstioIdentity(document, report);
  const spec2 = readSpec(virtualServiceSpec, document, report);
  if (spec2 === null) return null;
  validateVirtualService(spec2, identity, report);
  return {
    kind: "VirtualService",
    ...identity,
    hosts: spec2.hosts,
    gateways: spec2.gateways,
    exportTo: spec2.exportTo.length === 0 ? null : spec2.exportTo,
    http: spec2.http.map(httpRule),
    tls: spec2.tls.map(tlsRule),
    tcp: spec2.tcp.map(tcpRule)
  };
}

// src/resources/workload.ts
var podTemplate = object({
  metadata: object({ labels: mapOf(text3), annotations: mapOf(text3) }),
  spec: object({ hostNetwork: boolean })
});
function decodePods(workloadKind, template, document, report) {
  const identity = readIdentity(document, report);
  const { metadata, spec: spec2 } = readNode(podTemplate, nodeAt(document.root, template), template, report);
  return {
    kind: "Workload",
    ...identity,
    workloadKind,
    podLabels: metadata.labels,
    podAnnotations: metadata.annotations,
    hostNetwork: spec2.hostNetwork,
    address: null
  };
}
var podStatus = object({
  phase: text3,
  podIP: text3,
  conditions: list(object({ type: text3, status: text3 }))
});
function decodePod(document, report) {
  const { phase, podIP, conditions: conditions2 } = readNode(
    podStatus,
    nodeAt(document.root, ["status"]),
    ["status"],
    () => void 0
  );
  const isReady = conditions2.find(({ type }) => type === "Ready")?.status === "True";
  const isGone = phase === "Failed" || phase === "Succeeded" || nodeAt(document.root, ["metadata", "deletionTimestamp"]) !== null;
  return { ...decodePods("Pod", [], document, report), address: isReady && !isGone && podIP !== "" ? podIP : null };
}
function decodeCronJob(document, report) {
  return decodePods("CronJob", ["spec", "jobTemplate", "spec", "template"], document, report);
}
function podMaker(workloadKind) {
  return (document, report) => decodePods(workloadKind, ["spec", "template"], document, report);
}
function decodeRollout(document, report) {
  if (nodeAt(document.root, ["spec", "workloadRef"]) !== null) return null;
  return decodePods("Rollout", ["spec", "template"], document, report);
}

// src/resources/decode.ts
var decoders = /* @__PURE__ */ new Map([
  ["/Service", decodeService],
  ["/Endpoints", decodeEndpoints],
  ["discovery.k8s.io/EndpointSlice", decodeEndpointSlice],
  ["/Namespace", decodeNamespace],
  ["/Pod", decodePod],
  ["apps/Deployment", podMaker("Deployment")],
  ["apps/StatefulSet", podMaker("StatefulSet")],
  ["apps/DaemonSet", podMaker("DaemonSet")],
  ["apps/ReplicaSet", podMaker("ReplicaSet")],
  ["batch/Job", podMaker("Job")],
  ["batch/CronJob", decodeCronJob],
  ["argoproj.io/Rollout", decodeRollout],
  ["networking.istio.io/ServiceEntry", decodeServiceEntry],
  ["networking.istio.io/WorkloadEntry", decodeWorkloadEntry],
  ["networking.istio.io/Sidecar", decodeSidecar],
  ["networking.istio.io/VirtualService", decodeVirtualService],
  ["networking.istio.io/DestinationRule", decodeDestinationRule]
]);
var foreign = { outcome: "foreign" };
function decode(document, admission = newestAdmission) {
  const kind = textAt(document, "kind");
  const decoder = decoders.get(`${groupOf(textAt(document, "apiVersion"))}/${kind}`);
  if (decoder === void 0) return foreign;
  const faults = [];
  const report = (path2, expected2) => {
    faults.push(faultAt(document, path2, expected2));
  };
  const resource = decoder(document, report, admission);
  if (faults.length > 0) {
    const { namespace, name } = resource ?? readIdentity(document, () => void 0);
    return { outcome: "invalid", document, kind, namespace, name, faults };
  }
  return resource === null ? foreign : { outcome: "resource", resource };
}
function textAt({ root }, field3) {
  const node = nodeAt(root, [field3]);
  return node?.kind === "scalar" ? node.text : "";
}
function groupOf(apiVersion) {
  const slash = apiVersion.indexOf("/");
  if (slash < 0) return apiVersion === "v1" ? "" : "unknown";
  return apiVersion.slice(0, slash);
}

// src/resources/decode-all.ts
function decodeAll(documents, cache2, admission = newestAdmission) {
  const resources = [];
  const invalid = [];
  const duplicates = [];
  const firstOf3 = /* @__PURE__ */ new Map();
  for (const document of documents.toSorted(byPlace)) {
    const decoded2 = decodeOnce(document, cache2, admission);
    if (decoded2.outcome === "invalid") invalid.push(decoded2);
    if (decoded2.outcome !== "resource") continue;
    const { resource } = decoded2;
    const first = hasFixedName(resource) ? firstOf3.get(keyOf(resource)) : void 0;
    if (first !== void 0) {
      duplicates.push({ resource, first });
      continue;
    }
    firstOf3.set(keyOf(resource), resource);
    resources.push(resource);
  }
  return { resources, invalid, duplicates };
}
function decodeOnce(document, cache2, admission) {
  const known2 = cache2.get(document);
  if (known2 !== void 0) return known2;
  const decoded2 = decode(document, admission);
  cache2.set(document, decoded2);
  return decoded2;
}
function byPlace(one, other) {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.root.start - other.root.start;
}
function kindOf(resource) {
  return resource.kind === "Workload" ? resource.workloadKind : resource.kind;
}
function keyOf(resource) {
  return `${kindOf(resource)}/${resource.namespace}/${resource.name}`;
}
function hasFixedName({ document }) {
  return nodeAt(document.root, ["metadata", "name"]) !== null;
}
function duplicateProblem({ resource, first }) {
  const { file, line } = nameSpan(first);
  const name = resource.namespace === "" ? resource.name : `${resource.namespace}/${resource.name}`;
  return {
    code: "duplicate-resource",
    message: `${kindOf(resource)} ${quote(name)} is already defined at ${file}:${line}, expected once; this one is left out: remove one of the two, or give it another name`,
    at: nameSpan(resource)
  };
}
function nameSpan({ document }) {
  return spanOf(document, nodeAt(document.root, ["metadata", "name"]) ?? document.root);
}

// src/report/problem-line.ts
function problemLine({ at, message: message2 }) {
  const place = at === null ? "" : `${visible(at.file)}:${at.line}:${at.column}: `;
  return `${place}${prosePlain(message2)}`;
}
function refusalLine({ kind, namespace, name, faults }) {
  const [fault2] = faults;
  const message2 = `${kind} ${namespace}/${name} is left out, as it would be refused: ${fault2?.message ?? ""}`;
  return problemLine({ at: fault2?.at ?? null, message: message2 });
}

// src/report/reading-notes.ts
function readingNotes(manifests, resources, group) {
  return [
    ...firstOf(manifests.problems.map(problemLine), "more faults in files"),
    ...firstOf(
      resources.duplicates.map((duplicate) => problemLine(duplicateProblem(duplicate))),
      "more resources are defined twice"
    ),
    ...firstOf(resources.invalid.map(refusalLine), "more manifests would be refused"),
    ...unrenderedNote(manifests.unrendered),
    ...notSimulated(manifests.documents),
    ...namespaceNote(resources, group)
  ];
}
var NAMED = 10;
function firstOf(notes, more) {
  return notes.length <= NAMED ? notes : [...notes.slice(0, NAMED), `${notes.length - NAMED} ${more}`];
}
function unrenderedNote(files) {
  const [first] = files;
  if (first === void 0) return [];
  const which = files.length === 1 ? namePlain(first) : `${namePlain(first)} and ${files.length - 1} more`;
  return [`${count(files.length, "file")} left out that must be rendered first (Helm, Kustomize): ${which}`];
}
function namespaceNote({ resources, invalid }, { namespace }) {
  const known2 = /* @__PURE__ */ new Set([
    ...invalid.map((resource) => resource.namespace),
    ...resources.map((resource) => resource.kind === "Namespace" ? resource.name : resource.namespace)
  ]);
  if (known2.has(namespace)) return resources.flatMap((resource) => sidecarlessNote(resource, namespace));
  const nearest = nearestTo(namespace, [...known2].sort());
  return [
    `the manifests hold nothing of namespace '${namePlain(namespace)}', so it is answered as one without anything of its own${nearest === null ? "" : `; did you mean '${namePlain(nearest)}'?`}`
  ];
}
function sidecarlessNote(resource, namespace) {
  if (resource.kind !== "Namespace" || resource.name !== namespace) return [];
  const isAmbient = resource.labels["istio.io/dataplane-mode"] === "ambient";
  const label = isAmbient ? "istio.io/dataplane-mode: ambient" : "istio-injection: disabled";
  if (!isAmbient && resource.labels["istio-injection"] !== "disabled") return [];
  return [
    `namespace '${namePlain(namespace)}' is labelled '${label}', so its pods have no sidecar unless they ask for one: answered as for a pod that has one`
  ];
}

// src/source/side.ts
import { realpathSync, statSync as statSync3 } from "node:fs";
import { isAbsolute, relative, resolve as resolve2, sep as sep2 } from "node:path";

// src/source/directory.ts
import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";

// node_modules/balanced-match/dist/esm/index.js
var range = (a, b, str) => {
  let begs, beg, left, right = void 0, result;
  let ai = str.indexOf(a);
  let bi = str.indexOf(b, ai + 1);
  let i = ai;
  if (ai >= 0 && bi > 0) {
    if (a === b) {
      return [ai, bi];
    }
    begs = [];
    left = str.length;
    while (i >= 0 && !result) {
      if (i === ai) {
        begs.push(i);
        ai = str.indexOf(a, i + 1);
      } else if (begs.length === 1) {
        const r = begs.pop();
        if (r !== void 0)
          result = [r, bi];
      } else {
        beg = begs.pop();
        if (beg !== void 0 && beg < left) {
          left = beg;
          right = bi;
        }
        bi = str.indexOf(b, i + 1);
      }
      i = ai < bi && ai >= 0 ? ai : bi;
    }
    if (begs.length && right !== void 0) {
      result = [left, right];
    }
  }
  return result;
};

// node_modules/brace-expansion/dist/esm/index.js
var escSlash = "\0SLASH" + Math.random().toFixed(16) + "\0";
var escOpen = "\0OPEN" + Math.random().toFixed(16) + "\0";
var escClose = "\0CLOSE" + Math.random().toFixed(16) + "\0";
var escComma = "\0COMMA" + Math.random().toFixed(16) + "\0";
var escPeriod = "\0PERIOD" + Math.random().toFixed(16) + "\0";
var escSlashPattern = new RegExp(escSlash, "g");
var escOpenPattern = new RegExp(escOpen, "g");
var escClosePattern = new RegExp(escClose, "g");
var escCommaPattern = new RegExp(escComma, "g");
var escPeriodPattern = new RegExp(escPeriod, "g");
var slashPattern = /\\\\/g;
var openPattern = /\\{/g;
var closePattern = /\\}/g;
var commaPattern = /\\,/g;
var periodPattern = /\\\./g;
var EXPANSION_MAX = 1e5;
var EXPANSION_MAX_LENGTH = 4e6;
var EXPANSION_MAX_DEPTH = 1e3;
var EXPANSION_MAX_REWRITES = 1e3;
var EXPANSION_MAX_STEPS = 2e7;
var CALL_STEPS = 16;
function numeric(str) {
  return !isNaN(str) ? parseInt(str, 10) : str.charCodeAt(0);
}
function escapeBraces(str) {
  return str.replace(slashPattern, escSlash).replace(openPattern, escOpen).replace(closePattern, escClose).replace(commaPattern, escComma).replace(periodPattern, escPeriod);
}
function unescapeBraces(str) {
  return str.replace(escSlashPattern, "\\").replace(escOpenPattern, "{").replace(escClosePattern, "}").replace(escCommaPattern, ",").replace(escPeriodPattern, ".");
}
function pushAll(target, items) {
  for (let i = 0; i < items.length; i++) {
    target.push(items[i]);
  }
}
function balancedWithBudget(str, masked, budget) {
  if (budget.remaining < 0) {
    return void 0;
  }
  const r = range("{", "}", masked);
  const unmatched = r !== void 0 && masked.indexOf("{") < r[0];
  budget.remaining -= r && !unmatched ? r[1] + 1 : str.length;
  if (!r || budget.remaining < 0) {
    return void 0;
  }
  return {
    end: r[1],
    pre: str.slice(0, r[0]),
    body: str.slice(r[0] + 1, r[1]),
    post: str.slice(r[1] + 1),
    unmatched
  };
}
function maskUnmatchedOpens(masked, budget) {
  budget.remaining -= masked.length;
  const open = [];
  for (let i = 0; i < masked.length; i++) {
    const c = masked.charCodeAt(i);
    if (c === 123) {
      open.push(i);
    } else if (c === 125 && open.length) {
      open.pop();
    }
  }
  let out = "";
  let last = 0;
  for (let i = 0; i < open.length; i++) {
    const at = open[i];
    out += masked.slice(last, at) + "\0";
    last = at + 1;
  }
  return out + masked.slice(last);
}
function commaSetFollows(str, budget) {
  budget.remaining -= str.length;
  if (budget.remaining < 0) {
    return false;
  }
  let close = false;
  for (let i = str.length - 1; i >= 0; i--) {
    const c = str.charCodeAt(i);
    if (c === 125) {
      close = true;
    } else if (c === 10 || c === 13 || c === 8232 || c === 8233) {
      close = false;
    } else if (c === 44 && close && str.charCodeAt(i + 1) !== 44) {
      return true;
    }
  }
  return false;
}
function parseCommaParts(str, budget) {
  const parts = [];
  let carry = "";
  for (; ; ) {
    const m = balancedWithBudget(str, str, budget);
    if (budget.remaining < 0) {
      return void 0;
    }
    if (!m) {
      const tail = str.split(",");
      tail[0] = carry + tail[0];
      pushAll(parts, tail);
      return parts;
    }
    const { pre, body, post } = m;
    const p = pre.split(",");
    p[0] = carry + p[0];
    p[p.length - 1] += "{" + body + "}";
    if (!post.length) {
      pushAll(parts, p);
      return parts;
    }
    carry = p.pop();
    pushAll(parts, p);
    str = post;
  }
}
function bound(value, fallback) {
  return value === void 0 || isNaN(value) ? fallback : value;
}
function expand(str, options = {}) {
  if (!str) {
    return [];
  }
  const max = bound(options.max, EXPANSION_MAX);
  const maxLength = bound(options.maxLength, EXPANSION_MAX_LENGTH);
  const maxDepth = bound(options.maxDepth, EXPANSION_MAX_DEPTH);
  const maxRewrites = bound(options.maxRewrites, EXPANSION_MAX_REWRITES);
  const maxSteps = bound(options.maxSteps, EXPANSION_MAX_STEPS);
  if (str.slice(0, 2) === "{}") {
    str = "\\{\\}" + str.slice(2);
  }
  return expand_(escapeBraces(str), max, maxLength, maxDepth, 0, maxRewrites, { remaining: maxSteps }, true).map(unescapeBraces);
}
function embrace(str) {
  return "{" + str + "}";
}
function isPadded(el) {
  return /^-?0\d/.test(el);
}
function lte(i, y) {
  return i <= y;
}
function gte(i, y) {
  return i >= y;
}
function combine(acc, pre, values, max, maxLength, dropEmpties, budget) {
  const out = [];
  let length = 0;
  let nonEmpty;
  outer: for (let a = 0; a < acc.length; a++) {
    const prefix2 = acc[a] + pre;
    let vs = values;
    if (dropEmpties && !prefix2) {
      if (!nonEmpty)
        nonEmpty = values.filter((v) => v);
      vs = nonEmpty;
    }
    for (let v = 0; v < vs.length; v++) {
      if (out.length >= max)
        break outer;
      const expansion = prefix2 + vs[v];
      if (length + expansion.length > maxLength)
        break outer;
      out.push(expansion);
      length += expansion.length;
    }
  }
  budget.remaining -= out.length;
  return out;
}
function expandSequence(body, isAlphaSequence, max, maxLength, budget) {
  const n = body.split(/\.\./);
  const N = [];
  if (n[0] === void 0 || n[1] === void 0) {
    return N;
  }
  const x = numeric(n[0]);
  const y = numeric(n[1]);
  const width = Math.max(n[0].length, n[1].length);
  let incr = n.length === 3 && n[2] !== void 0 ? Math.max(Math.abs(numeric(n[2])), 1) : 1;
  let test = lte;
  const reverse = y < x;
  if (reverse) {
    incr *= -1;
    test = gte;
  }
  const pad = n.some(isPadded);
  const cost = pad ? width : 1;
  let length = 0;
  for (let i = x; test(i, y) && N.length < max; i += incr) {
    budget.remaining -= cost;
    if (budget.remaining < 0) {
      return void 0;
    }
    let c;
    if (isAlphaSequence) {
      c = String.fromCharCode(i);
      if (c === "\\") {
        c = "";
      }
    } else {
      c = String(i);
      if (pad) {
        const need = width - c.length;
        if (need > 0) {
          const z = new Array(need + 1).join("0");
          if (i < 0) {
            c = "-" + z + c.slice(1);
          } else {
            c = z + c;
          }
        }
      }
    }
    if (length + c.length > maxLength)
      break;
    N.push(c);
    length += c.length;
  }
  return N;
}
function expand_(str, max, maxLength, maxDepth, depth, maxRewrites, budget, isTop) {
  budget.remaining -= CALL_STEPS;
  if (depth > maxDepth) {
    return [str];
  }
  let acc = [""];
  let rewrites = 0;
  let dropEmpties = false;
  let firstGroup = true;
  let masked = str;
  for (; ; ) {
    const m = balancedWithBudget(str, masked, budget);
    if (!m) {
      return combine(acc, str, [""], max, maxLength, dropEmpties, budget);
    }
    if (m.unmatched) {
      masked = maskUnmatchedOpens(masked, budget);
    }
    const pre = m.pre;
    const literal2 = () => combine(acc, pre + "{" + m.body + "}" + m.post, [""], max, maxLength, dropEmpties, budget);
    if (/\$$/.test(pre)) {
      acc = combine(acc, pre + "{" + m.body + "}", [""], max, maxLength, dropEmpties && !m.post.length, budget);
      firstGroup = false;
      if (!m.post.length)
        break;
      str = m.post;
      masked = masked.slice(m.end + 1);
      continue;
    }
    const isNumericSequence = /^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(m.body);
    const isAlphaSequence = /^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.test(m.body);
    const isSequence = isNumericSequence || isAlphaSequence;
    const isOptions = m.body.indexOf(",") >= 0;
    if (!isSequence && !isOptions) {
      if (rewrites < maxRewrites && commaSetFollows(m.post, budget)) {
        rewrites++;
        str = m.pre + "{" + m.body + escClose + m.post;
        masked = masked.slice(0, m.end) + escClose + masked.slice(m.end + 1);
        isTop = true;
        continue;
      }
      return literal2();
    }
    if (firstGroup) {
      dropEmpties = isTop && !isSequence;
      firstGroup = false;
    }
    let values;
    if (isSequence) {
      values = expandSequence(m.body, isAlphaSequence, max, maxLength, budget);
      if (!values) {
        return literal2();
      }
    } else {
      let n = parseCommaParts(m.body, budget);
      if (!n) {
        return literal2();
      }
      if (n.length === 1 && n[0] !== void 0) {
        n = expand_(n[0], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false).map(embrace);
        if (budget.remaining < 0) {
          return literal2();
        }
        if (n.length === 1) {
          const next2 = combine(acc, pre + n[0], [""], max, maxLength, dropEmpties && !m.post.length, budget);
          if (budget.remaining < 0) {
            return literal2();
          }
          acc = next2;
          if (!m.post.length)
            break;
          str = m.post;
          masked = masked.slice(m.end + 1);
          continue;
        }
      }
      let dropsEmpties = dropEmpties && !m.post.length && !pre;
      for (let d = 0; dropsEmpties && d < acc.length; d++) {
        if (acc[d]) {
          dropsEmpties = false;
        }
      }
      values = [];
      let valuesLength = 0;
      outer: for (let j = 0; j < n.length; j++) {
        const expanded = expand_(n[j], max, maxLength, maxDepth, depth + 1, maxRewrites, budget, false);
        if (budget.remaining < 0) {
          return literal2();
        }
        for (let k = 0; k < expanded.length; k++) {
          const v = expanded[k];
          if (dropsEmpties && !v)
            continue;
          if (values.length >= max || valuesLength + v.length > maxLength) {
            break outer;
          }
          values.push(v);
          valuesLength += v.length;
        }
      }
    }
    const next = combine(acc, pre, values, max, maxLength, dropEmpties && !m.post.length, budget);
    if (budget.remaining < 0) {
      return literal2();
    }
    acc = next;
    if (!m.post.length)
      break;
    str = m.post;
    masked = masked.slice(m.end + 1);
  }
  return acc;
}

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/numeric-range.js
var digit = (a, b) => a === b ? { t: "lit", ch: String(a) } : { t: "class", re: new RegExp(`^[${a}-${b}]$`) };
var prefix = (d, alts) => alts.map((s) => [digit(d, d), ...s]);
var fixed = (a, b) => {
  if (!a)
    return [[]];
  let lo = +a[0];
  let hi = +b[0];
  const ra = a.slice(1);
  const rb = b.slice(1);
  if (lo === hi)
    return prefix(lo, fixed(ra, rb));
  const zeros = "0".repeat(ra.length);
  const nines = "9".repeat(ra.length);
  const out = [];
  if (ra !== zeros)
    out.push(...prefix(lo++, fixed(ra, nines)));
  const last = rb === nines ? [] : prefix(hi--, fixed(zeros, rb));
  if (lo <= hi) {
    out.push([digit(lo, hi), ...Array.from(ra, () => digit(0, 9))]);
  }
  out.push(...last);
  return out;
};
var nonneg = (a, b, width) => {
  if (width) {
    return fixed(String(a).padStart(width, "0"), String(b).padStart(width, "0"));
  }
  const out = [];
  for (let len = String(a).length; len <= String(b).length; len++) {
    const lo = Math.max(a, len === 1 ? 0 : 10 ** (len - 1));
    const hi = Math.min(b, 10 ** len - 1);
    out.push(...fixed(String(lo), String(hi)));
  }
  return out;
};
var numericRange = (loStr, hiStr) => {
  let lo = Number(loStr);
  let hi = Number(hiStr);
  if (!Number.isSafeInteger(lo) || !Number.isSafeInteger(hi))
    return;
  if (lo > hi)
    [lo, hi] = [hi, lo];
  const padded = /^-?0\d/.test(loStr) || /^-?0\d/.test(hiStr);
  const width = padded ? Math.max(loStr.length, hiStr.length) : 0;
  const out = [];
  if (lo < 0) {
    const neg = nonneg(Math.max(-hi, 1), -lo, width && width - 1);
    out.push(...neg.map((s) => [{ t: "lit", ch: "-" }, ...s]));
  }
  if (hi >= 0)
    out.push(...nonneg(Math.max(lo, 0), hi, width));
  return out;
};

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/parse-class.js
var posixClasses = {
  "[:alnum:]": ["\\p{L}\\p{Nl}\\p{Nd}"],
  "[:alpha:]": ["\\p{L}\\p{Nl}"],
  "[:ascii:]": ["\\x00-\\x7f"],
  "[:blank:]": ["\\p{Zs}\\t"],
  "[:cntrl:]": ["\\p{Cc}"],
  "[:digit:]": ["\\p{Nd}"],
  "[:graph:]": ["\\p{Z}\\p{C}", true],
  "[:lower:]": ["\\p{Ll}"],
  "[:print:]": ["\\p{C}", true],
  "[:punct:]": ["\\p{P}\\p{S}"],
  "[:space:]": ["\\p{Z}\\t\\r\\n\\v\\f"],
  "[:upper:]": ["\\p{Lu}"],
  "[:word:]": ["\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}"],
  "[:xdigit:]": ["A-Fa-f0-9"]
};
var braceEscape = (s) => s.replace(/[[\]\\-]/g, "\\$&");
var noMatch = /$./;
var parseClass = (glob, position, nocase = false, form2) => {
  const norm = (c) => {
    const n = form2 ? c.normalize(form2) : c;
    return [...n].length === 1 ? n : c;
  };
  const pos = position;
  if (glob.charAt(pos) !== "[") {
    throw new Error("not in a brace expression");
  }
  const ranges2 = [];
  const negs = [];
  let i = pos + 1;
  let sawStart = false;
  let escaping = false;
  let negate = false;
  let endPos = pos;
  let rangeStart = "";
  WHILE: while (i < glob.length) {
    const c = String.fromCodePoint(glob.codePointAt(i));
    if ((c === "!" || c === "^") && i === pos + 1) {
      negate = true;
      i++;
      continue;
    }
    if (c === "]" && sawStart && !escaping) {
      endPos = i + 1;
      break;
    }
    sawStart = true;
    if (c === "\\") {
      if (!escaping) {
        escaping = true;
        i++;
        continue;
      }
    }
    if (c === "[" && !escaping) {
      for (const [cls, [unip, neg]] of Object.entries(posixClasses)) {
        if (glob.startsWith(cls, i)) {
          if (rangeStart) {
            return [noMatch, glob.length - pos];
          }
          i += cls.length;
          if (neg)
            negs.push(unip);
          else
            ranges2.push(unip);
          continue WHILE;
        }
      }
    }
    escaping = false;
    const n = norm(c);
    if (rangeStart) {
      if (n.codePointAt(0) > rangeStart.codePointAt(0)) {
        ranges2.push(braceEscape(rangeStart) + "-" + braceEscape(n));
      } else if (n === rangeStart) {
        ranges2.push(braceEscape(n));
      }
      rangeStart = "";
      i += c.length;
      continue;
    }
    if (glob.startsWith("-]", i + c.length)) {
      ranges2.push(braceEscape(n + "-"));
      i += c.length + 1;
      continue;
    }
    if (glob.startsWith("-", i + c.length)) {
      rangeStart = n;
      i += c.length + 1;
      continue;
    }
    ranges2.push(braceEscape(n));
    i += c.length;
  }
  if (endPos < i) {
    return [noMatch, 0];
  }
  if (!ranges2.length && !negs.length) {
    return [noMatch, glob.length - pos];
  }
  const sranges = "[" + (negate ? "^" : "") + ranges2.join("") + "]";
  const snegs = "[" + (negate ? "" : "^") + negs.join("") + "]";
  const comb = "^" + (ranges2.length && negs.length ? "(" + sranges + "|" + snegs + ")" : ranges2.length ? sranges : snegs);
  return [new RegExp(comb, nocase ? "iu" : "u"), endPos - pos];
};

// node_modules/@isaacs/nonrecursive-glob-match/dist/esm/index.js
var MATCH = { t: "match", id: 0 };
var extTypes = "!?+*@";
var lit = (ch) => ({ t: "lit", ch });
var reEscape = (s) => s.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
var newFoldRe = (s) => new RegExp(`^${reEscape(s)}$`, "iu");
var foldCache = /* @__PURE__ */ new Map();
var foldRe = (ch) => {
  let re = foldCache.get(ch);
  if (!re) {
    re = newFoldRe(ch);
    if (foldCache.size >= 1e3)
      foldCache.clear();
    foldCache.set(ch, re);
  }
  return re;
};
var litMatch = (l, c) => {
  if (c === l.ch)
    return true;
  if (!l.re)
    return false;
  const code2 = c.charCodeAt(0);
  if (code2 >= 128)
    return l.re.test(c);
  const ascii = l.ascii ??= new Uint8Array(128);
  ascii[code2] ||= l.re.test(c) ? 1 : 2;
  return ascii[code2] === 1;
};
var tokenize = (p, nocase, noext, form2, mark2) => {
  const toks = [];
  for (let i = 0; i < p.length; ) {
    const c = String.fromCodePoint(p.codePointAt(i));
    if (mark2) {
      const m = c === "\\" && p.startsWith(mark2, i + 1) ? 1 : 0;
      if (m || c === mark2) {
        const start = i + m + mark2.length;
        const end = p.indexOf(mark2, start);
        const r = /^(-?\d+)\.\.(-?\d+)$/.exec(p.slice(start, end));
        const alts = end !== -1 && r && numericRange(r[1], r[2]);
        if (alts) {
          toks.push({ t: "ext", type: "@", alts });
          i = end + mark2.length;
          continue;
        }
      }
    }
    if (c === "\\") {
      const e = p.codePointAt(i + 1);
      const ch = e === void 0 ? c : String.fromCodePoint(e);
      toks.push(lit(ch));
      i += 1 + ch.length;
      continue;
    }
    if (c === "[") {
      const [re, consumed] = parseClass(p, i, nocase, form2);
      if (consumed) {
        toks.push({ t: "class", re });
        i += consumed;
        continue;
      }
    }
    if (!noext && extTypes.includes(c) && p[i + 1] === "(") {
      toks.push({ t: "open", type: c });
      i += 2;
      continue;
    }
    toks.push(!noext && c === "|" ? { t: "bar" } : !noext && c === ")" ? { t: "close" } : c === "*" ? { t: "star" } : c === "?" ? { t: "any" } : lit(c));
    i += c.length;
  }
  return toks;
};
var pair = (toks) => {
  const pairs = /* @__PURE__ */ new Map();
  const stack = [];
  toks.forEach((tok, i) => {
    if (tok.t === "open")
      stack.push(i);
    else if (tok.t === "close" && stack.length)
      pairs.set(stack.pop(), i);
  });
  return pairs;
};
var build = (toks, pairs, start, end, top) => {
  let seq = [];
  const alts = [seq];
  for (let i = start; i < end; i++) {
    const tok = toks[i];
    const close = pairs.get(i);
    if (tok.t === "open" && close !== void 0) {
      const sub = build(toks, pairs, i + 1, close, false);
      seq.push({ t: "ext", type: tok.type, alts: sub });
      i = close;
    } else if (tok.t === "bar" && !top) {
      alts.push(seq = []);
    } else if (tok.t === "open") {
      seq.push(lit(tok.type), lit("("));
    } else if (tok.t === "bar") {
      seq.push(lit("|"));
    } else if (tok.t === "close") {
      seq.push(lit(")"));
    } else {
      seq.push(tok);
    }
  }
  return alts;
};
var normalize = (items, form2) => {
  const out = [];
  let run = "";
  const flush = () => {
    for (const ch of run.normalize(form2))
      out.push(lit(ch));
    run = "";
  };
  for (const it of items) {
    if (it.t === "lit") {
      run += it.ch;
      continue;
    }
    flush();
    out.push(it.t === "ext" ? { ...it, alts: it.alts.map((a) => normalize(a, form2)) } : it);
  }
  flush();
  return out;
};
var compile = (items, nocase) => {
  let id = 1;
  const split = (out) => ({ t: "split", id: id++, out });
  const seq = (items2, next) => items2.reduceRight((next2, it) => item(it, next2), next);
  const item = (it, next) => {
    switch (it.t) {
      case "lit":
        const re = nocase ? foldRe(it.ch) : void 0;
        return { t: "lit", id: id++, ch: it.ch, re, next };
      case "any":
      case "star":
        return { t: it.t, id: id++, next };
      case "class":
        return { t: "class", id: id++, re: it.re, next };
    }
    const alts = (next2) => it.alts.map((a) => seq(a, next2));
    switch (it.type) {
      case "@":
        return split(alts(next));
      case "?":
        return split([next, ...alts(next)]);
      case "!":
        return { t: "neg", id: id++, sub: split(alts(MATCH)), next };
    }
    const after = split([]);
    const entry = split(alts(after));
    after.out.push(next, entry);
    return it.type === "*" ? after : entry;
  };
  const start = seq(items, MATCH);
  return [start, id];
};
var show = (start) => {
  const lines = [];
  const seen = /* @__PURE__ */ new Set();
  const ref = (n) => n.t === "match" ? "match" : String(n.id);
  const walk = (n, indent) => {
    if (n.t === "match" || seen.has(n))
      return;
    seen.add(n);
    const line = (desc) => lines.push(`${indent}${n.id}: ${desc}`);
    switch (n.t) {
      case "split":
        line(`split -> ${n.out.map(ref).join(", ")}`);
        for (const o of n.out)
          walk(o, indent);
        return;
      case "neg":
        line(`!(${ref(n.sub)}) -> ${ref(n.next)}`);
        walk(n.sub, indent + "  ");
        return walk(n.next, indent);
      case "lit":
        line(`${JSON.stringify(n.ch)} -> ${ref(n.next)}`);
        break;
      case "class":
        line(`${n.re} -> ${ref(n.next)}`);
        break;
      default:
        line(`${n.t === "any" ? "?" : "*"} -> ${ref(n.next)}`);
    }
    walk(n.next, indent);
  };
  walk(start, "");
  return [`start -> ${ref(start)}`, ...lines].join("\n");
};
var State = class {
  // set by the Sim, to mark the nodes that this state has
  gen;
  threads = [];
  match = false;
  runs = [];
  // the sorted ids of the threads, with 0 for a match, once the
  // state is done
  ids = [];
  constructor(gen) {
    this.gen = gen;
  }
  // no threads, so nothing more can match
  get dead() {
    return !this.threads.length && !this.match && !this.runs.length;
  }
};
var sameState = (a, b) => {
  if (a.ids.length !== b.ids.length)
    return false;
  if (a.runs.length !== b.runs.length)
    return false;
  if (a.ids.some((id, i) => id !== b.ids[i]))
    return false;
  return a.runs.every((r) => b.runs.some((o) => o.neg === r.neg && sameState(o.state, r.state)));
};
var marks = (size) => ({
  has: new Float64Array(size),
  seen: new Float64Array(size),
  gen: 0
});
var Sim = class {
  // `.` and `..` only match literal dots, even with `dot:true`
  dots;
  // the string starts with `.`, and `dot:true` is not set
  dotStart;
  #marks;
  constructor(dots, dotStart, marks2) {
    this.dots = dots;
    this.dotStart = dotStart;
    this.#marks = marks2;
  }
  state() {
    return new State(++this.#marks.gen);
  }
  // sort the ids of a state, once it has all of its threads
  done(state) {
    state.ids = state.threads.map((n) => n.id).sort((a, b) => a - b);
    if (state.match)
      state.ids.unshift(MATCH.id);
    return state;
  }
  // true the first time that the state walks through the node, so
  // that loops in the graph stop
  #visit(state, node) {
    const { seen } = this.#marks;
    if (seen[node.id] === state.gen)
      return false;
    seen[node.id] = state.gen;
    return true;
  }
  #addThread(state, node) {
    const { has } = this.#marks;
    if (has[node.id] === state.gen)
      return false;
    has[node.id] = state.gen;
    state.threads.push(node);
    return true;
  }
  // wildcards only match a leading dot if `dot:true`. In a negated
  // sub-pattern, this does not apply, because the negation itself
  // can not match a leading dot.
  restricted(i, top) {
    return top && (this.dots || this.dotStart && i === 0);
  }
  add(state, node, i, top) {
    switch (node.t) {
      case "split":
        if (!this.#visit(state, node))
          return;
        for (const o of node.out)
          this.add(state, o, i, top);
        return;
      case "neg":
        if (!this.#visit(state, node))
          return;
        const sub = this.state();
        this.add(sub, node.sub, i, false);
        this.done(sub);
        return this.addRun(state, { t: "run", neg: node, state: sub }, i, top);
      case "star":
        if (this.restricted(i, top))
          return;
        if (this.#addThread(state, node))
          this.add(state, node.next, i, top);
        return;
      case "match":
        state.match = true;
        return;
      default:
        this.#addThread(state, node);
    }
  }
  addRun(state, run, i, top) {
    for (const r of state.runs) {
      if (r.neg === run.neg && sameState(r.state, run.state))
        return;
    }
    state.runs.push(run);
    if (!run.state.match) {
      this.add(state, run.neg.next, i, top);
    }
  }
  // the threads after char `c`, at index `i`
  step(state, c, i, top) {
    const next = this.state();
    for (const th of state.threads) {
      switch (th.t) {
        case "lit":
          if (litMatch(th, c)) {
            this.add(next, th.next, i + 1, top);
          }
          break;
        case "any":
          if (!this.restricted(i, top))
            this.add(next, th.next, i + 1, top);
          break;
        case "class":
          if (!this.restricted(i, top) && th.re.test(c)) {
            this.add(next, th.next, i + 1, top);
          }
          break;
        case "star":
          if (!this.restricted(i, top))
            this.add(next, th, i + 1, top);
      }
    }
    if (!this.restricted(i, top)) {
      for (const run of state.runs) {
        if (run.state.dead) {
          this.addRun(next, run, i + 1, top);
          continue;
        }
        const sub = this.step(run.state, c, i, false);
        this.addRun(next, { t: "run", neg: run.neg, state: sub }, i + 1, top);
      }
    }
    return this.done(next);
  }
};
var stateKey = (state) => {
  const ids = state.ids.join();
  if (!state.runs.length)
    return ids;
  const runs = state.runs.map((r) => `${r.neg.id}(${stateKey(r.state)})`);
  return `${ids}|${runs.sort().join("|")}`;
};
var DFA_BUDGET = 1 << 18;
var Dfa = class {
  #start;
  #states = /* @__PURE__ */ new Map();
  #size = 0;
  #plain;
  #dotStart;
  #sim;
  #dotSim;
  constructor(start, marks2) {
    this.#start = start;
    this.#sim = new Sim(false, false, marks2);
    this.#dotSim = new Sim(false, true, marks2);
  }
  #make(state) {
    return {
      state,
      match: state.match,
      dead: state.dead,
      next: /* @__PURE__ */ new Map()
    };
  }
  #intern(state) {
    const key2 = stateKey(state);
    const found = this.#states.get(key2);
    if (found)
      return found;
    if (this.#size > DFA_BUDGET)
      this.#clear();
    const d = this.#make(state);
    this.#states.set(key2, d);
    this.#size += key2.length + 1;
    return d;
  }
  #clear() {
    this.#states.clear();
    this.#size = 0;
    this.#plain = void 0;
    this.#dotStart = void 0;
  }
  start(dotStart) {
    if (dotStart) {
      if (this.#dotStart)
        return this.#dotStart;
      const state2 = this.#dotSim.state();
      this.#dotSim.add(state2, this.#start, 0, true);
      return this.#dotStart = this.#make(this.#dotSim.done(state2));
    }
    if (this.#plain)
      return this.#plain;
    const state = this.#sim.state();
    this.#sim.add(state, this.#start, 0, true);
    return this.#plain = this.#intern(this.#sim.done(state));
  }
  // the next state, after a miss in `d.ascii`
  next(d, c) {
    const code2 = c.charCodeAt(0);
    const found = code2 < 128 ? void 0 : d.next.get(c);
    if (found)
      return found;
    const n = d === this.#dotStart ? this.#intern(this.#dotSim.step(d.state, c, 0, true)) : this.#intern(this.#sim.step(d.state, c, 1, true));
    if (code2 < 128) {
      if (!d.ascii) {
        d.ascii = new Array(128);
        this.#size += 128;
      }
      d.ascii[code2] = n;
    } else {
      d.next.set(c, n);
    }
    this.#size++;
    return n;
  }
};
var linear = (start) => {
  const nodes = [];
  for (let n = start; n.t !== "match"; n = n.next) {
    if (n.t === "split" || n.t === "neg")
      return void 0;
    nodes.push(n);
  }
  return nodes;
};
var testLinear = (nodes, chars, start, end) => {
  let ni = 0;
  let ci = start;
  let starNi = -1;
  let starCi = 0;
  while (ci < end) {
    const n = nodes[ni];
    if (n?.t === "star") {
      starNi = ni++;
      starCi = ci;
      continue;
    }
    const c = chars[ci];
    if (n && (n.t === "any" || n.t === "lit" && litMatch(n, c) || n.t === "class" && n.re.test(c))) {
      ni++;
      ci++;
      continue;
    }
    if (starNi === -1)
      return false;
    ni = starNi + 1;
    ci = ++starCi;
  }
  while (nodes[ni]?.t === "star")
    ni++;
  return ni === nodes.length;
};
var lengths = (items) => {
  let min = 0;
  let max = 0;
  for (const it of items) {
    const [lo, hi] = itemLengths(it);
    min += lo;
    max += hi;
  }
  return [min, max];
};
var itemLengths = (it) => {
  if (it.t === "star")
    return [0, Infinity];
  if (it.t !== "ext")
    return [1, 1];
  if (it.type === "!")
    return [0, Infinity];
  const alts = it.alts.map(lengths);
  const min = Math.min(...alts.map((a) => a[0]));
  const max = Math.max(...alts.map((a) => a[1]));
  const loop = max === 0 ? 0 : Infinity;
  return it.type === "@" ? [min, max] : it.type === "?" ? [0, max] : it.type === "*" ? [0, loop] : [min, loop];
};
var hasAffix = (lits, chars, start) => {
  for (let j = 0; j < lits.length; j++) {
    if (!litMatch(lits[j], chars[start + j]))
      return false;
  }
  return true;
};
var slashOrSurrogate = /[/\ud800-\udfff]/;
var surrogate = /[\ud800-\udfff]/;
var codePoints = (s) => surrogate.test(s) ? [...s] : s;
var noSlash = (s) => {
  if (s.includes("/")) {
    throw new Error("can only match a single path portion, got: " + s);
  }
};
var Matcher = class {
  pattern;
  options;
  #start;
  // the number of node ids
  #size;
  #marks;
  // the Sim for strings that are only `.` or `..`
  #dotsSim;
  // the string to compare, if the pattern has no magic. With
  // `nocase:true`, the RegExp that folds case is made when it is
  // first used.
  #literal;
  #literalFold = false;
  #literalRe;
  // the nodes between the prefix and suffix, if the graph is a
  // single chain
  #linear;
  // the linear nodes are only `*` and `?`, so the length bounds and
  // the prefix and suffix decide the match
  #wild = false;
  // the least and most chars that a match can have
  #min = 0;
  #max = Infinity;
  // the literals that a match must start and end with. Each one
  // matches exactly one char, and they are distinct items in the
  // pattern, so a string that does not have them can not match.
  #prefix = [];
  #suffix = [];
  // the prefix and suffix as strings, if they do not fold case
  #prefixStr;
  #suffixStr;
  // there is a prefix or suffix to check
  #affix = false;
  #dfa;
  #form;
  constructor(pattern, options = {}) {
    if (pattern.includes("/")) {
      throw new Error("can only match a single path portion, got pattern: " + pattern);
    }
    this.pattern = pattern;
    this.options = options;
    const { nocase = false, noext = false, normalize: n } = options;
    this.#form = n === true ? "NFC" : n || void 0;
    const literal2 = /^[?*+@]\(\)$/.test(pattern);
    const toks = tokenize(pattern, nocase, noext || literal2, this.#form, options.rangeMark);
    let [items] = build(toks, pair(toks), 0, toks.length, true);
    if (this.#form)
      items = normalize(items, this.#form);
    const [start, size] = compile(items, nocase);
    this.#start = start;
    this.#size = size;
    if (items.every((it) => it.t === "lit")) {
      this.#literal = items.map((it) => it.ch).join("");
      this.#literalFold = nocase;
    } else {
      const lit2 = (it) => it.t !== "lit" ? void 0 : nocase ? { ch: it.ch, re: foldRe(it.ch) } : { ch: it.ch };
      for (const it of items) {
        const l = lit2(it);
        if (!l)
          break;
        this.#prefix.push(l);
      }
      for (let j = items.length - 1; j >= 0; j--) {
        const l = lit2(items[j]);
        if (!l)
          break;
        this.#suffix.unshift(l);
      }
      this.#affix = !!(this.#prefix.length || this.#suffix.length);
      if (!nocase) {
        this.#prefixStr = this.#prefix.map((l) => l.ch).join("");
        this.#suffixStr = this.#suffix.map((l) => l.ch).join("");
      }
      this.#linear = linear(this.#start)?.slice(this.#prefix.length, -this.#suffix.length || void 0);
      this.#wild = !!this.#linear?.every((n2) => n2.t === "star" || n2.t === "any");
      const [min, max] = lengths(items);
      this.#min = min;
      this.#max = max;
    }
  }
  test(s) {
    if (this.#form) {
      noSlash(s);
      return this.#test(s.normalize(this.#form));
    }
    if (slashOrSurrogate.test(s)) {
      noSlash(s);
      return this.#test(s, [...s]);
    }
    return this.#test(s, s);
  }
  /**
   * The same as {@link Matcher#test}, but the string is not checked
   * for `/` chars, so the result for a string that has one is not
   * defined. Only use it for a string that is known to be one path
   * portion, such as a part of a path that was split on `/`. It can
   * be faster, because some patterns do not need to look at each char
   * of the string.
   */
  testUnchecked(s) {
    return this.#test(this.#form ? s.normalize(this.#form) : s);
  }
  // Test a string that has no `/`. `chars` indexes it by code point.
  // If it is not given, it is only found if a step needs it.
  #test(s, chars) {
    if (this.#literal !== void 0) {
      return this.#literalFold ? (this.#literalRe ??= newFoldRe(this.#literal)).test(s) : s === this.#literal;
    }
    const min = this.#min;
    const max = this.#max;
    if (chars === void 0) {
      const most = s.length;
      const least = most + 1 >> 1;
      if (most < min || least > max)
        return false;
      if (least < min || most > max)
        chars = codePoints(s);
    }
    if (chars !== void 0 && (chars.length < min || chars.length > max)) {
      return false;
    }
    const prefix2 = this.#prefix.length;
    if (this.#affix) {
      if (this.#prefixStr !== void 0 && this.#suffixStr !== void 0) {
        if (!s.startsWith(this.#prefixStr) || !s.endsWith(this.#suffixStr)) {
          return false;
        }
      } else {
        chars ??= codePoints(s);
        const end = chars.length - this.#suffix.length;
        if (!hasAffix(this.#prefix, chars, 0) || !hasAffix(this.#suffix, chars, end)) {
          return false;
        }
      }
    }
    const dotStart = !this.options.dot && s.startsWith(".");
    if (this.#linear) {
      if (s === "." || s === "..")
        return false;
      if (dotStart && !prefix2)
        return false;
      if (this.#wild)
        return true;
      chars ??= codePoints(s);
      const end = chars.length - this.#suffix.length;
      return testLinear(this.#linear, chars, prefix2, end);
    }
    chars ??= codePoints(s);
    if (s === "." || s === "..") {
      this.#marks ??= marks(this.#size);
      const sim = this.#dotsSim ??= new Sim(true, false, this.#marks);
      const start = sim.state();
      sim.add(start, this.#start, 0, true);
      let state = sim.done(start);
      for (let i = 0; i < chars.length; i++) {
        state = sim.step(state, chars[i], i, true);
      }
      return state.match;
    }
    this.#marks ??= marks(this.#size);
    const dfa = this.#dfa ??= new Dfa(this.#start, this.#marks);
    let d = dfa.start(dotStart);
    const str = chars === s;
    for (let i = 0; i < chars.length; i++) {
      if (d.dead)
        return false;
      const code2 = str ? s.charCodeAt(i) : chars[i].charCodeAt(0);
      d = d.ascii?.[code2] ?? dfa.next(d, chars[i]);
    }
    return d.match;
  }
  /** a readable listing of the state machine */
  toString() {
    return show(this.#start);
  }
};

// node_modules/minimatch/dist/esm/assert-valid-pattern.js
var MAX_PATTERN_LENGTH = 1024 * 64;
var assertValidPattern = (pattern) => {
  if (typeof pattern !== "string") {
    throw new TypeError("invalid pattern");
  }
  if (pattern.length > MAX_PATTERN_LENGTH) {
    throw new TypeError("pattern is too long");
  }
};

// node_modules/minimatch/dist/esm/escape.js
var escape = (s, { windowsPathsNoEscape = false, magicalBraces = false } = {}) => {
  const e = magicalBraces ? windowsPathsNoEscape ? s.replace(/[?*()[\]{}]/g, "[$&]") : s.replace(/[?*()[\]\\{}]/g, "\\$&") : windowsPathsNoEscape ? s.replace(/[?*()[\]]/g, "[$&]") : s.replace(/[?*()[\]\\]/g, "\\$&");
  const c = e.charAt(0);
  if (c === "#") {
    return (windowsPathsNoEscape ? "[#]" : "\\#") + e.slice(1);
  }
  if (c === "!") {
    return (windowsPathsNoEscape ? "@(!)" : "\\!") + e.slice(1);
  }
  return e;
};

// node_modules/minimatch/dist/esm/unescape.js
var unescape = (s, { windowsPathsNoEscape = false, magicalBraces = true } = {}) => {
  if (windowsPathsNoEscape && s.startsWith("@(!)")) {
    return "!" + unescape(s.slice(4), { windowsPathsNoEscape, magicalBraces });
  }
  if (magicalBraces) {
    return windowsPathsNoEscape ? s.replace(/\[([^/\\])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\])\]/g, "$1$2").replace(/\\([^/])/g, "$1");
  }
  return windowsPathsNoEscape ? s.replace(/\[([^/\\{}])\]/g, "$1") : s.replace(/((?!\\).|^)\[([^/\\{}])\]/g, "$1$2").replace(/\\([^/{}])/g, "$1");
};

// node_modules/minimatch/dist/esm/index.js
var DEFAULT_BRACE_EXPAND_MAX = 1e5;
var DEFAULT_GLOB_STAR_RECURSION_MAX = 200;
var AWE_KEY = "allowWindowsEscape";
var minimatch = (p, pattern, options) => {
  assertValidPattern(pattern);
  if (!options?.nocomment && pattern.charAt(0) === "#") {
    return false;
  }
  return cachedMinimatch(pattern, options).match(p);
};
var cache = /* @__PURE__ */ new Map();
var oldCache = /* @__PURE__ */ new Map();
var cacheSize = 0;
var cacheTotalWeight = 0;
var cacheMax = 256;
var cacheMaxWeight = 1 << 15;
var cacheMaxEntryWeight = 1 << 12;
var cacheWeight = (mm) => {
  let w = mm.pattern.length;
  for (const s of mm.globSet) {
    w += s.length + 1;
    if (w > cacheMaxEntryWeight)
      break;
  }
  return w;
};
var tri = (v) => v === void 0 ? 0 : v ? 2 : 1;
var booleanWeights = new Map(Object.keys({
  nobrace: 0,
  nocomment: 0,
  nonegate: 0,
  noglobstar: 0,
  noext: 0,
  nonull: 0,
  partial: 0,
  dot: 0,
  nocase: 0,
  nocaseMagicOnly: 0,
  magicalBraces: 0,
  matchBase: 0,
  flipNegate: 0,
  preserveMultipleSlashes: 0,
  windowsNoMagicRoot: 0
}).map((k, i) => [k, 24 * 3 ** i]));
var optionsKey = (o) => {
  let n = 0;
  let wpe = false;
  for (const k in o) {
    const v = o[k];
    switch (k) {
      // the same test as the Minimatch constructor
      case "windowsPathsNoEscape":
        if (v)
          wpe = true;
        break;
      case AWE_KEY:
        if (v === false)
          wpe = true;
        break;
      case "platform": {
        const p = v || defaultPlatform;
        if (p === defaultPlatform)
          break;
        if (p === "darwin")
          n += 3;
        else if (p === "win32")
          n += 6;
        else if (p === "linux")
          n += 9;
        else
          return JSON.stringify(o);
        break;
      }
      case "optimizationLevel":
        if (v === void 0)
          break;
        n += v >= 2 ? 1 : v >= 1 ? 0 : 2;
        break;
      case "braceExpandMax":
        if (v !== void 0 && v !== DEFAULT_BRACE_EXPAND_MAX) {
          return JSON.stringify(o);
        }
        break;
      case "maxGlobstarRecursion":
        if (v !== void 0 && v !== DEFAULT_GLOB_STAR_RECURSION_MAX) {
          return JSON.stringify(o);
        }
        break;
      case "normalize":
        if (v !== void 0)
          return JSON.stringify(o);
        break;
      default:
        n += (booleanWeights.get(k) ?? 0) * tri(v);
    }
  }
  return wpe ? n + 12 : n;
};
var copyOptions = (o) => {
  const copy = {};
  for (const k in o)
    copy[k] = o[k];
  return copy;
};
var cachedMinimatch = (pattern, options) => {
  const key2 = options ? optionsKey(options) : 0;
  let mm = cache.get(key2)?.get(pattern);
  if (mm)
    return mm;
  mm = oldCache.get(key2)?.get(pattern) ?? new Minimatch(pattern, copyOptions(options));
  const weight = cacheWeight(mm);
  if (weight > cacheMaxEntryWeight)
    return mm;
  if (cacheSize >= cacheMax || cacheTotalWeight + weight > cacheMaxWeight) {
    oldCache = cache;
    cache = /* @__PURE__ */ new Map();
    cacheSize = 0;
    cacheTotalWeight = 0;
  }
  let byPattern = cache.get(key2);
  if (!byPattern)
    cache.set(key2, byPattern = /* @__PURE__ */ new Map());
  byPattern.set(pattern, mm);
  cacheSize++;
  cacheTotalWeight += weight;
  return mm;
};
var defaultPlatform = typeof process === "object" && process ? process.env?.__MINIMATCH_TESTING_PLATFORM__ || process.platform : "posix";
var path = {
  win32: { sep: "\\" },
  posix: { sep: "/" }
};
var sep = defaultPlatform === "win32" ? path.win32.sep : path.posix.sep;
minimatch.sep = sep;
var GLOBSTAR = /* @__PURE__ */ Symbol("globstar **");
minimatch.GLOBSTAR = GLOBSTAR;
var filter = (pattern, options) => {
  let mm;
  return (p) => (mm ??= cachedMinimatch(pattern, options)).match(p);
};
minimatch.filter = filter;
var ext = (a, b = {}) => Object.assign({}, a, b);
var defaults = (def) => {
  if (!def || typeof def !== "object" || !Object.keys(def).length) {
    return minimatch;
  }
  const orig = minimatch;
  const m = (p, pattern, options = {}) => orig(p, pattern, ext(def, options));
  return Object.assign(m, {
    Minimatch: class Minimatch extends orig.Minimatch {
      constructor(pattern, options = {}) {
        super(pattern, ext(def, options));
      }
      static defaults(options) {
        return orig.defaults(ext(def, options)).Minimatch;
      }
    },
    unescape: (s, options = {}) => orig.unescape(s, ext(def, options)),
    escape: (s, options = {}) => orig.escape(s, ext(def, options)),
    filter: (pattern, options = {}) => orig.filter(pattern, ext(def, options)),
    defaults: (options) => orig.defaults(ext(def, options)),
    braceExpand: (pattern, options = {}) => orig.braceExpand(pattern, ext(def, options)),
    match: (list4, pattern, options = {}) => orig.match(list4, pattern, ext(def, options)),
    sep: orig.sep,
    GLOBSTAR
  });
};
minimatch.defaults = defaults;
var braceExpand = (pattern, options = {}) => {
  assertValidPattern(pattern);
  if (options.nobrace || !/\{(?:(?!\{).)*\}/.test(pattern)) {
    return [pattern];
  }
  let p = pattern.replace(/\\\\/g, "\\\\\\\\");
  if (options.windowsPathsNoEscape || options[AWE_KEY] === false) {
    p = p.replace(/\[([{}])\]/g, "[\\$1]");
  }
  return expand(p, { max: options.braceExpandMax });
};
minimatch.braceExpand = braceExpand;
var RANGE_MIN = 100;
var rangeRe = /(?<![\\$])\{(-?\d+)\.\.(-?\d+)\}/g;
var inRepeatOrNegExt = (portion, mark2) => {
  const stack = [];
  for (let i = 0; i < portion.length; i++) {
    const c = portion.charAt(i);
    if (c === "\\") {
      i++;
    } else if (c === mark2) {
      if (stack.some((t) => t !== "@" && t !== "?"))
        return true;
    } else if (portion.charAt(i + 1) === "(" && "!?+*@".includes(c)) {
      stack.push(c);
      i++;
    } else if (c === ")") {
      stack.pop();
    }
  }
  return false;
};
var match = (list4, pattern, options = {}) => {
  const mm = new Minimatch(pattern, options);
  list4 = list4.filter((f) => mm.match(f));
  if (mm.options.nonull && !list4.length) {
    list4.push(pattern);
  }
  return list4;
};
minimatch.match = match;
var globMagic = /[?*]|[+@!]\(.*?\)|\[|\]/;
var classEnd = (pattern, start) => {
  let i = start + 1;
  if (pattern.charAt(i) === "!" || pattern.charAt(i) === "^")
    i++;
  let sawStart = false;
  for (; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === "]" && sawStart)
      return i;
    sawStart = true;
    if (c === "\\")
      i++;
  }
  return -1;
};
var literal = (pattern, noext) => {
  if (!noext && (pattern === "+()" || pattern === "@()"))
    return pattern;
  let lit2 = "";
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === "\\") {
      lit2 += pattern.charAt(++i) || c;
    } else if (c === "*" || c === "?") {
      return void 0;
    } else if (c === "[") {
      const close = classEnd(pattern, i);
      if (close === -1) {
        lit2 += c;
        continue;
      }
      let body = pattern.slice(i + 1, close);
      if (body.startsWith("\\"))
        body = body.slice(1);
      if ([...body].length !== 1 || "!^".includes(pattern.charAt(i + 1))) {
        return void 0;
      }
      lit2 += body;
      i = close;
    } else if (!noext && "+@!".includes(c) && pattern.charAt(i + 1) === "(" && pattern.includes(")", i + 2)) {
      return void 0;
    } else {
      lit2 += c;
    }
  }
  return lit2;
};
var MAX_EXTGLOBS = 256;
var extglobCount = (pattern) => {
  let n = 0;
  for (let i = 0; i < pattern.length - 1; i++) {
    const c = pattern.charAt(i);
    if (c === "\\") {
      i++;
    } else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
      n++;
      i++;
    }
  }
  return n;
};
var assertValidExtglobs = (pattern) => {
  if (extglobCount(pattern) > MAX_EXTGLOBS) {
    throw new TypeError("pattern has too many extglobs");
  }
};
var extSafe = (pattern) => {
  if (/^[?*+@]\(\)$/.test(pattern) || pattern.includes("[:"))
    return false;
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === "\\") {
      if (++i === pattern.length)
        return false;
    } else if (c === "[") {
      const close = classEnd(pattern, i);
      if (close !== -1)
        i = close;
    } else if ("+@!?*".includes(c) && pattern.charAt(i + 1) === "(") {
      depth++;
      i++;
    } else if (c === ")") {
      if (!depth--)
        return false;
    } else if (c === "|" && !depth) {
      return false;
    }
  }
  return !depth;
};
var lastSplit;
var lastChecked;
var portionMatch = (p, f) => typeof p === "string" ? f === p : f !== "" && p.testUnchecked(f);
var endIndex = (p, last, lastStart, prev, prevStart) => portionMatch(p, last) ? lastStart : prev !== void 0 && portionMatch(p, prev) ? prevStart : -1;
var isDots = (p) => p === "." || p === "..";
var isDrive = (p) => typeof p === "string" && /^[a-z]:$/i.test(p);
var isLongUNC = (p) => typeof p === "string" && /^unc$/i.test(p);
var uncHost = (p) => {
  if (p[0] !== "" || p[1] !== "")
    return -1;
  const h = p[2] !== "?" ? 2 : isLongUNC(p[3]) ? 4 : -1;
  const host = p[h];
  const share = p[h + 1];
  return h !== -1 && host !== void 0 && host !== "" && host !== GLOBSTAR && share !== void 0 && share !== "" && share !== GLOBSTAR ? h : -1;
};
var walkable = (p, dot) => !isDots(p) && (dot || !p.startsWith("."));
var dotPortion = (f, start, end, dot, sep3) => {
  for (let k = start; k < end; ) {
    if (f.charCodeAt(k) === 46) {
      if (!dot)
        return true;
      const n = f.charCodeAt(k + 1) === 46 ? k + 2 : k + 1;
      if (n >= end || isSep(f.charCodeAt(n), sep3))
        return true;
    }
    const s = nextSep(f, k, sep3);
    if (s === -1)
      return false;
    k = s + 1;
    while (k < end && isSep(f.charCodeAt(k), sep3))
      k++;
  }
  return false;
};
var isSep = (c, sep3) => sep3 === "/" ? c === 47 : sep3 === "\\" ? c === 92 : c === 47 || c === 92;
var nextSep = (f, from, sep3) => {
  if (sep3 !== "both")
    return f.indexOf(sep3, from);
  const s = f.indexOf("/", from);
  const b = f.indexOf("\\", from);
  return s === -1 ? b : b === -1 ? s : Math.min(s, b);
};
var lastSep = (f, from, sep3) => sep3 !== "both" ? f.lastIndexOf(sep3, from) : Math.max(f.lastIndexOf("/", from), f.lastIndexOf("\\", from));
var PENDING = {};
var Minimatch = class {
  options;
  set;
  pattern;
  windowsPathsNoEscape;
  nonegate;
  negate;
  comment;
  empty;
  preserveMultipleSlashes;
  partial;
  globSet;
  globParts;
  nocase;
  isWindows;
  platform;
  windowsNoMagicRoot;
  maxGlobstarRecursion;
  // the path can be checked against the last portion, and the string
  // portions, of each row before it is split. See #canMatch.
  #endCheck;
  #literalCheck;
  // level 2 resolves `.` and `..` portions in the path
  #level2;
  // the unicode normalization form, if any
  #form;
  // the string portions of each row in the set
  #literals = [];
  // the rows that #canMatch can match without splitting the path
  #shapes = [];
  // the rows whose last portion can be checked against the path's
  #endRows = [];
  // brace expansion can make the same portion in many rows, so they
  // share one Matcher, and the states that it caches
  #matchers = /* @__PURE__ */ new Map();
  // parse() returns PENDING in place of a Matcher
  #pending = false;
  // the char that marks numeric ranges in globSet, if any
  #rangeMark;
  // the GlobstarParts of each pattern row, by start index and partial
  #globstarParts = /* @__PURE__ */ new WeakMap();
  constructor(pattern, options = {}) {
    assertValidPattern(pattern);
    options = options || {};
    this.options = options;
    this.maxGlobstarRecursion = options.maxGlobstarRecursion ?? DEFAULT_GLOB_STAR_RECURSION_MAX;
    this.pattern = pattern;
    this.platform = options.platform || defaultPlatform;
    this.isWindows = this.platform === "win32";
    this.windowsPathsNoEscape = !!options.windowsPathsNoEscape || options[AWE_KEY] === false;
    if (this.windowsPathsNoEscape) {
      this.pattern = this.pattern.replace(/\\/g, "/");
    }
    this.preserveMultipleSlashes = !!options.preserveMultipleSlashes;
    this.negate = false;
    this.nonegate = !!options.nonegate;
    this.comment = false;
    this.empty = false;
    this.partial = !!options.partial;
    this.nocase = !!this.options.nocase;
    this.windowsNoMagicRoot = options.windowsNoMagicRoot !== void 0 ? options.windowsNoMagicRoot : !!(this.isWindows && this.nocase);
    this.globSet = [];
    this.globParts = [];
    this.set = [];
    this.#endCheck = !this.preserveMultipleSlashes;
    this.#level2 = (options.optimizationLevel ?? 1) >= 2;
    const n = options.normalize;
    this.#form = n === true ? "NFC" : n || void 0;
    this.make();
    const drives = this.set.map((row) => this.#rootIndex(row));
    this.#endRows = this.set.map((row, r) => this.#endCheck && row.length - 1 > drives[r]);
    this.#literals = this.set.map((row, r) => {
      const end = this.#endRows[r] ? row.length - 1 : row.length;
      const lits = row.slice(drives[r] + 1, end).filter((p) => typeof p === "string" && !!p);
      return [...new Set(lits)];
    });
    this.#literalCheck = this.#literals.some((l) => l.length);
    this.#shapes = this.set.map((row, r) => {
      const [p0, p1, p2] = row;
      if (this.#endRows[r] && row.length === 2) {
        if (p0 === GLOBSTAR && p1 !== GLOBSTAR)
          return "tail";
      }
      if (this.#endRows[r] && options.matchBase && row.length === 1 && p0 !== GLOBSTAR && p0 !== "") {
        return "base";
      }
      if (!this.#endCheck || drives[r] !== -1)
        return void 0;
      if (row.length === 3 && p0 === GLOBSTAR && p2 === GLOBSTAR && p1 !== GLOBSTAR && p1 !== "" && // the portion between is only matched below this limit
      this.maxGlobstarRecursion > 0) {
        return "mid";
      }
      if (row.length === 2 && p1 === GLOBSTAR && p0 !== GLOBSTAR && p0 !== "") {
        return "head";
      }
      return void 0;
    });
  }
  // a string portion of a pattern, normalized if the option is set
  #norm(p) {
    return this.#form ? p.normalize(this.#form) : p;
  }
  // On Windows, the index of the last root portion of a row, as
  // #matchRow finds it: 0 for `c:/...`, 3 for `//?/c:/...` and
  // `//host/share/...`, and 5 for `//?/UNC/host/share/...`. Otherwise
  // -1.
  #rootIndex(row) {
    if (!this.isWindows)
      return -1;
    if (isDrive(row[0]))
      return 0;
    const uncDrive = row[0] === "" && row[1] === "" && row[2] === "?" && isDrive(row[3]);
    if (uncDrive)
      return 3;
    const h = uncHost(row);
    return h === -1 ? -1 : h + 1;
  }
  hasMagic() {
    if (this.options.magicalBraces && this.set.length > 1) {
      return true;
    }
    for (const pattern of this.set) {
      for (const part of pattern) {
        if (typeof part !== "string")
          return true;
      }
    }
    return false;
  }
  make() {
    const pattern = this.pattern;
    const options = this.options;
    if (!options.nocomment && pattern.charAt(0) === "#") {
      this.comment = true;
      return;
    }
    if (!pattern) {
      this.empty = true;
      return;
    }
    this.parseNegate();
    this.globSet = [...new Set(this.#expandBraces())];
    const rawGlobParts = this.globSet.map((s) => this.#slashSplit(s));
    this.globParts = this.preprocess(rawGlobParts);
    this.#pending = true;
    let set = this.globParts.map((s, _, __) => {
      if (this.isWindows && this.windowsNoMagicRoot) {
        const n = s[2] === "?" && isLongUNC(s[3]) ? 6 : 4;
        const isUNC = s[0] === "" && s[1] === "" && (s[2] === "?" || !globMagic.test(s[2])) && s.slice(3, n).every((p) => !globMagic.test(p));
        const isDrive2 = /^[a-z]:/i.test(s[0]);
        if (isUNC) {
          return [
            ...s.slice(0, n).map((p) => this.#norm(p)),
            ...s.slice(n).map((ss) => this.parse(ss))
          ];
        } else if (isDrive2) {
          return [
            this.#norm(s[0]),
            ...s.slice(1).map((ss) => this.parse(ss))
          ];
        }
      }
      return s.map((ss) => this.parse(ss));
    });
    this.set = set.filter((s) => s.indexOf(false) === -1);
    if (this.isWindows) {
      for (let i = 0; i < this.set.length; i++) {
        const p = this.set[i];
        if (p[0] === "" && p[1] === "" && this.globParts[i][2] === "?" && (isDrive(p[3]) || isLongUNC(this.globParts[i][3]))) {
          if (isLongUNC(this.globParts[i][3]))
            p[3] = "UNC";
          p[2] = "?";
        }
      }
    }
    if (!options.noext)
      this.mergeRows();
    this.#pending = false;
    this.set.forEach((row, i) => {
      for (let k = 0; k < row.length; k++) {
        if (row[k] === PENDING) {
          row[k] = this.parse(this.globParts[i][k]);
        }
      }
    });
  }
  // Merge rows that only differ in one portion, where each of them
  // is a Matcher, into one row that matches any of them with
  // `@(a|b|...)`. Then a path is only walked once for all of them,
  // for example with `**/*.{js,ts}`.
  mergeRows() {
    let merged = true;
    while (merged) {
      merged = false;
      if (this.set.length < 2)
        return;
      let keys = this.#mergeKeys();
      const len = Math.max(0, ...this.set.map((r) => r.length));
      for (let k = 0; k < len; k++) {
        const groups = /* @__PURE__ */ new Map();
        const R = this.set.length + 1;
        this.set.forEach((row, i) => {
          if (!(row[k] instanceof Matcher || row[k] === PENDING) || !extSafe(this.globParts[i][k])) {
            return;
          }
          const { pre, suf } = keys[i];
          const key2 = pre[k] * R + suf[k + 1];
          const g = groups.get(key2);
          if (g)
            g.push(i);
          else
            groups.set(key2, [i]);
        });
        const drop = /* @__PURE__ */ new Set();
        for (const g of groups.values()) {
          if (g.length < 2)
            continue;
          const [first, ...rest] = g;
          const alts = g.map((i) => this.globParts[i][k]);
          const glob = `@(${alts.join("|")})`;
          if (extglobCount(glob) > MAX_EXTGLOBS)
            continue;
          this.globParts[first][k] = glob;
          this.set[first][k] = this.parse(glob);
          for (const i of rest)
            drop.add(i);
        }
        if (drop.size) {
          merged = true;
          this.set = this.set.filter((_, i) => !drop.has(i));
          this.globParts = this.globParts.filter((_, i) => !drop.has(i));
          if (this.set.length < 2)
            return;
          keys = this.#mergeKeys();
        }
      }
    }
  }
  // For each row, number ids for its prefixes and suffixes, such that
  // pre[k] identifies parts[0..k) and suf[k] identifies parts[k..n).
  // Two rows are the same other than at portion k exactly when they
  // have the same pre[k] and suf[k + 1]. This is linear in the size of
  // the rows, where joining the whole row for every k was quadratic.
  #mergeKeys() {
    const partIds = /* @__PURE__ */ new Map();
    const ids = this.globParts.map((parts) => parts.map((s) => {
      let id = partIds.get(s);
      if (id === void 0)
        partIds.set(s, id = partIds.size);
      return id;
    }));
    const P = partIds.size;
    const len = Math.max(0, ...ids.map((r) => r.length));
    const keys = ids.map((r) => ({
      pre: [0],
      suf: new Array(r.length + 1).fill(0)
    }));
    for (let k = 0; k < len; k++) {
      const m = /* @__PURE__ */ new Map();
      ids.forEach((r, i) => {
        if (k >= r.length)
          return;
        const { pre } = keys[i];
        const key2 = pre[k] * P + r[k];
        let id = m.get(key2);
        if (id === void 0)
          m.set(key2, id = m.size + 1);
        pre.push(id);
      });
    }
    for (let k = len - 1; k >= 0; k--) {
      const m = /* @__PURE__ */ new Map();
      ids.forEach((r, i) => {
        if (k >= r.length)
          return;
        const { suf } = keys[i];
        const key2 = suf[k + 1] * P + r[k];
        let id = m.get(key2);
        if (id === void 0)
          m.set(key2, id = m.size + 1);
        suf[k] = id;
      });
    }
    return keys;
  }
  // various transforms to equivalent pattern sets that are
  // faster to process in a filesystem walk.  The goal is to
  // eliminate what we can, and push all ** patterns as far
  // to the right as possible, even if it increases the number
  // of patterns that we have to process.
  preprocess(globParts) {
    if (this.options.noglobstar) {
      for (const partset of globParts) {
        for (let j = 0; j < partset.length; j++) {
          if (partset[j] === "**") {
            partset[j] = "*";
          }
        }
      }
    }
    const { optimizationLevel = 1 } = this.options;
    if (optimizationLevel >= 2) {
      globParts = this.firstPhasePreProcess(globParts);
      globParts = this.secondPhasePreProcess(globParts);
    } else if (optimizationLevel >= 1) {
      globParts = this.levelOneOptimize(globParts);
    } else {
      globParts = this.adjascentGlobstarOptimize(globParts);
    }
    return globParts;
  }
  // just get rid of adjascent ** portions
  adjascentGlobstarOptimize(globParts) {
    return globParts.map((parts) => {
      let gs = -1;
      while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
        let i = gs;
        while (parts[i + 1] === "**") {
          i++;
        }
        if (i !== gs) {
          parts.splice(gs, i - gs);
        }
      }
      return parts;
    });
  }
  // get rid of adjascent ** and resolve .. portions
  levelOneOptimize(globParts) {
    return globParts.map((parts) => {
      const root = this.#rootIndex(parts) + 1;
      parts = parts.reduce((set, part) => {
        const prev = set[set.length - 1];
        if (part === "**" && prev === "**") {
          return set;
        }
        if (part === "..") {
          if (set.length > root && prev && prev !== ".." && prev !== "." && prev !== "**") {
            set.pop();
            return set;
          }
        }
        set.push(part);
        return set;
      }, []);
      return parts.length === 0 ? [""] : parts;
    });
  }
  // Check the path against each row before it is split. 'no' if no
  // row can match, so it does not need to be split. 'yes' if a row of
  // `**` and one more portion matches. 'maybe' if it must be split to
  // know. None of this applies with partial, where the path can end
  // before the row does.
  //
  // On Windows, `\` is a separator in the path too, and the portions of
  // a row up to its drive letter or UNC share are not checked (see
  // #rootIndex).
  //
  // Each string portion of a row must be a portion of the path, so the
  // path must contain it. Level 2 can only take portions out of the
  // path, so this is still true then.
  //
  // The last portion of a row must match the last portion of the path,
  // or the one before a trailing `/` (as a/* and a/**/* match a/b/).
  // This does not apply to rows that end in **, rows that end in a
  // root, or preserveMultipleSlashes (which can leave more
  // than one '' at the end). At level 2, it does not apply if that
  // portion is `.` or `..`, which can be
  // resolved away. Level 2 only takes other portions out of the
  // middle of the path.
  //
  // A row of `**/x` then matches if the ** can walk the portions
  // before the one that x matches, the same as #matchGlobstar. At
  // level 2, this is only known if none of them are `.` or `..`, so
  // that the path does not change when it is resolved.
  #canMatch(f) {
    const sep3 = !this.isWindows || !f.includes("\\") ? "/" : f.includes("/") ? "both" : "\\";
    let ends = this.#endCheck ? 0 : -1;
    let last = "";
    let lastStart = 0;
    let prev;
    let prevStart = 0;
    const dot = !!this.options.dot;
    ROWS: for (let r = 0; r < this.set.length; r++) {
      const row = this.set[r];
      const p = row[row.length - 1];
      let end = ends !== -1 && this.#endRows[r] && p !== GLOBSTAR;
      if (end && ends === 0) {
        const i = lastSep(f, f.length, sep3);
        lastStart = i + 1;
        last = f.slice(lastStart);
        if (last === "" && i >= 0) {
          let j = i;
          while (j > 0 && isSep(f.charCodeAt(j - 1), sep3))
            j--;
          prevStart = j === 0 ? 0 : lastSep(f, j - 1, sep3) + 1;
          prev = f.slice(prevStart, j);
        }
        const resolves = this.#level2 && (isDots(last) || last === "" && prev !== void 0 && isDots(prev));
        ends = resolves ? -1 : 1;
        end = !resolves;
      }
      let tailStart = -1;
      if (end && typeof p === "string") {
        tailStart = endIndex(p, last, lastStart, prev, prevStart);
        if (tailStart === -1)
          continue;
      }
      if (this.#literalCheck) {
        for (const l of this.#literals[r]) {
          if (!f.includes(l))
            continue ROWS;
        }
      }
      if (end && typeof p === "object") {
        tailStart = endIndex(p, last, lastStart, prev, prevStart);
        if (tailStart === -1)
          continue;
      }
      const shape = this.#shapes[r];
      if (shape === "base" && end)
        return "yes";
      if (shape === "tail" && end) {
        if (this.#level2 && dotPortion(f, 0, tailStart, true, sep3)) {
          return "maybe";
        }
        if (!dotPortion(f, 0, tailStart, dot, sep3))
          return "yes";
        continue;
      }
      if (shape === "mid" || shape === "head") {
        const m = this.#walk(f, row, shape === "head", dot, sep3);
        if (m !== "no")
          return m;
        continue;
      }
      return "maybe";
    }
    return "no";
  }
  // Match a row of a known shape against the split path, the same as
  // #matchGlobstar and #matchGlobStarBodySections do. None of these
  // rows have a drive letter, so they start at the first portion.
  #matchShape(file, row, shape) {
    const dot = !!this.options.dot;
    const n = file.length;
    if (shape === "head") {
      if (n < 2 || !portionMatch(row[0], file[0])) {
        return false;
      }
      for (let i = 1; i < n; i++)
        if (!walkable(file[i], dot))
          return false;
      return true;
    }
    const x = row[1];
    if (shape === "tail") {
      let t = n - 1;
      if (!portionMatch(x, file[t])) {
        if (file[t] !== "" || n === 1 || !portionMatch(x, file[--t])) {
          return false;
        }
      }
      for (let i = 0; i < t; i++)
        if (!walkable(file[i], dot))
          return false;
      return true;
    }
    for (let k = 0; k < n; k++) {
      if (portionMatch(x, file[k]) && k + 1 < n) {
        let i = k + 1;
        while (i < n && walkable(file[i], dot))
          i++;
        if (i === n)
          return true;
      }
      if (!walkable(file[k], dot))
        return false;
    }
    return false;
  }
  // Match a row of `**/x/**` or `x/**` against the path, the same as
  // #matchGlobstar and #matchGlobStarBodySections do once it is split.
  // x must match a portion (the first one, for `x/**`), the ** before
  // it must be able to walk the portions before that one, and there
  // must be a portion after it, which the ** after it can walk. At
  // level 2, this is only known if no portion is `.` or `..`.
  #walk(f, row, head, dot, sep3) {
    if (this.#level2 && dotPortion(f, 0, f.length, true, sep3))
      return "maybe";
    const x = row[head ? 0 : 1];
    let s = 0;
    for (let e = nextSep(f, s, sep3); e !== -1; e = nextSep(f, s, sep3)) {
      let next = e + 1;
      while (next < f.length && isSep(f.charCodeAt(next), sep3))
        next++;
      const hit = typeof x === "string" ? e - s === x.length && f.startsWith(x, s) : e > s && x.testUnchecked(f.slice(s, e));
      if (hit && !dotPortion(f, next, f.length, dot, sep3))
        return "yes";
      if (head || dotPortion(f, s, next, dot, sep3))
        return "no";
      s = next;
    }
    return "no";
  }
  // the last split, if it was the same path with the same split
  // settings
  #cachedSplit(f) {
    const last = lastSplit;
    return last?.f === f && last.isWindows === this.isWindows && last.preserveMultipleSlashes === this.preserveMultipleSlashes && last.normalize === this.#form ? last : void 0;
  }
  // split a path for match(), and keep the parts for the next call
  #split(f) {
    const { isWindows, preserveMultipleSlashes } = this;
    let parts = this.#slashSplit(isWindows ? f.split("\\").join("/") : f);
    const normalize2 = this.#form;
    if (normalize2)
      parts = parts.map((p) => p.normalize(normalize2));
    lastSplit = {
      f,
      isWindows,
      preserveMultipleSlashes,
      normalize: normalize2,
      parts
    };
    return lastSplit;
  }
  // resolve `.` and `..` portions of a path, for level 2
  #levelTwoFileOptimize(file) {
    const parts = [...file];
    let didSomething = false;
    do {
      didSomething = false;
      if (!this.preserveMultipleSlashes) {
        for (let i = 1; i < parts.length - 1; i++) {
          const p = parts[i];
          if (i === 1 && p === "" && parts[0] === "")
            continue;
          if (p === "." || p === "") {
            didSomething = true;
            parts.splice(i, 1);
            i--;
          }
        }
        if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
          didSomething = true;
          parts.pop();
        }
      }
      const root = this.#rootIndex(parts) + 1;
      let dd = root;
      while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
        const p = parts[dd - 1];
        if (p && p !== "." && p !== ".." && p !== "**") {
          didSomething = true;
          parts.splice(dd - 1, 2);
          dd = Math.max(dd - 2, root);
        }
      }
    } while (didSomething);
    return parts.length === 0 ? [""] : parts;
  }
  // First phase: single-pattern processing
  // <pre> is 1 or more portions
  // <rest> is 1 or more portions
  // <p> is any portion other than ., .., '', or **
  // <e> is . or ''
  //
  // **/.. is *brutal* for filesystem walking performance, because
  // it effectively resets the recursive walk each time it occurs,
  // and ** cannot be reduced out by a .. pattern part like a regexp
  // or most strings (other than .., ., and '') can be.
  //
  // <pre>/**/../<p>/<p>/<rest> -> {<pre>/../<p>/<p>/<rest>,<pre>/**/<p>/<p>/<rest>}
  // <pre>/<e>/<rest> -> <pre>/<rest>
  // <pre>/<p>/../<rest> -> <pre>/<rest>
  // **/**/<rest> -> **/<rest>
  //
  // **/*/<rest> -> */**/<rest> <== not valid because ** doesn't follow
  // this WOULD be allowed if ** did follow symlinks, or * didn't
  firstPhasePreProcess(globParts) {
    const { braceExpandMax = DEFAULT_BRACE_EXPAND_MAX } = this.options;
    let splitCells = 0;
    const maxSplitCells = 1e6;
    let didSomething = false;
    do {
      didSomething = false;
      for (let parts of globParts) {
        let gs = -1;
        while (-1 !== (gs = parts.indexOf("**", gs + 1))) {
          let gss = gs;
          while (parts[gss + 1] === "**") {
            gss++;
          }
          if (gss > gs) {
            parts.splice(gs + 1, gss - gs);
          }
          let next = parts[gs + 1];
          const p = parts[gs + 2];
          const p2 = parts[gs + 3];
          if (next !== "..")
            continue;
          if (!p || p === "." || p === ".." || !p2 || p2 === "." || p2 === "..") {
            continue;
          }
          const addedCells = parts.length - 1;
          if (globParts.length >= braceExpandMax || splitCells + addedCells > maxSplitCells) {
            throw new RangeError(`optimizationLevel 2: too many patterns from '**/..'`);
          }
          didSomething = true;
          parts.splice(gs, 1);
          const other = parts.slice(0);
          other[gs] = "**";
          splitCells += addedCells;
          globParts.push(other);
          gs--;
        }
        if (!this.preserveMultipleSlashes) {
          for (let i = 1; i < parts.length - 1; i++) {
            const p = parts[i];
            if (i === 1 && p === "" && parts[0] === "")
              continue;
            if (p === "." || p === "") {
              didSomething = true;
              parts.splice(i, 1);
              i--;
            }
          }
          if (parts[0] === "." && parts.length === 2 && (parts[1] === "." || parts[1] === "")) {
            didSomething = true;
            parts.pop();
          }
        }
        const root = this.#rootIndex(parts) + 1;
        let dd = root;
        while (-1 !== (dd = parts.indexOf("..", dd + 1))) {
          const p = parts[dd - 1];
          if (p && p !== "." && p !== ".." && p !== "**") {
            didSomething = true;
            const needDot = dd === 1 && parts[dd + 1] === "**";
            const splin = needDot ? ["."] : [];
            parts.splice(dd - 1, 2, ...splin);
            if (parts.length === 0)
              parts.push("");
            dd = Math.max(dd - 2, root);
          }
        }
      }
    } while (didSomething);
    return globParts;
  }
  // second phase: multi-pattern dedupes
  // {<pre>/<rest>,<pre>/<rest>} -> <pre>/<rest>
  // {<pre>/*/<rest>,<pre>/<p>/<rest>} -> <pre>/*/<rest>
  secondPhasePreProcess(globParts) {
    const keys = /* @__PURE__ */ new Set();
    const rows = globParts.filter((parts) => {
      const key2 = parts.join("/");
      if (keys.has(key2))
        return false;
      keys.add(key2);
      return true;
    });
    const stars = /* @__PURE__ */ new Map();
    for (const parts of rows) {
      const s = [];
      for (let i = 0; i < parts.length; i++) {
        if (parts[i] === "*")
          s.push(i);
      }
      if (s.length)
        stars.set(s.join(","), s);
    }
    if (!stars.size || rows.length * stars.size > 1e5)
      return rows;
    const { dot } = this.options;
    return rows.filter((parts) => {
      for (const s of stars.values()) {
        if (s[s.length - 1] >= parts.length)
          continue;
        const c = [...parts];
        let ok = true;
        let changed = false;
        for (const i of s) {
          const p = parts[i];
          if (p === "*")
            continue;
          if (!p || p === "**" || !dot && p.startsWith(".")) {
            ok = false;
            break;
          }
          c[i] = "*";
          changed = true;
        }
        if (ok && changed && keys.has(c.join("/")))
          return false;
      }
      return true;
    });
  }
  parseNegate() {
    if (this.nonegate)
      return;
    const pattern = this.pattern;
    let negate = false;
    let negateOffset = 0;
    for (let i = 0; i < pattern.length && pattern.charAt(i) === "!"; i++) {
      negate = !negate;
      negateOffset++;
    }
    if (negateOffset)
      this.pattern = pattern.slice(negateOffset);
    this.negate = negate;
  }
  // Match the parts of a path against one row of the set. `resolved`
  // is the parts after level 2 resolves `.` and `..` in them, or the
  // same parts below level 2. Set partial to true to test if, for
  // example, "/a/b" matches the start of "/*/b/*/d". Partial means, if
  // you run out of file before you run out of pattern, then that's
  // fine, as long as all the parts match.
  #matchRow(file, resolved, pattern, partial) {
    let fileStartIndex = 0;
    let patternStartIndex = 0;
    const fh = this.isWindows ? uncHost(resolved) : -1;
    const ph = fh === -1 ? -1 : uncHost(pattern);
    if (ph !== -1) {
      const host = pattern[ph];
      const share = pattern[ph + 1];
      if (typeof host !== "string" || typeof share !== "string") {
        fileStartIndex = fh;
        patternStartIndex = ph;
      } else if (resolved[fh].toLowerCase() === host.toLowerCase() && resolved[fh + 1].toLowerCase() === share.toLowerCase()) {
        fileStartIndex = fh + 2;
        patternStartIndex = ph + 2;
      }
    } else if (this.isWindows) {
      const fileDrive = typeof file[0] === "string" && /^[a-z]:$/i.test(file[0]);
      const fileUNC = !fileDrive && file[0] === "" && file[1] === "" && file[2] === "?" && /^[a-z]:$/i.test(file[3]);
      const patternDrive = typeof pattern[0] === "string" && /^[a-z]:$/i.test(pattern[0]);
      const patternUNC = !patternDrive && pattern[0] === "" && pattern[1] === "" && pattern[2] === "?" && typeof pattern[3] === "string" && /^[a-z]:$/i.test(pattern[3]);
      const fdi = fileUNC ? 3 : fileDrive ? 0 : void 0;
      const pdi = patternUNC ? 3 : patternDrive ? 0 : void 0;
      if (typeof fdi === "number" && typeof pdi === "number") {
        const [fd, pd] = [
          file[fdi],
          pattern[pdi]
        ];
        if (fd.toLowerCase() === pd.toLowerCase()) {
          patternStartIndex = pdi + 1;
          fileStartIndex = fdi + 1;
        }
      }
    }
    file = resolved;
    if (pattern.includes(GLOBSTAR)) {
      return this.#matchGlobstar(file, pattern, partial, fileStartIndex, patternStartIndex);
    }
    return this.#matchOne(file, pattern, partial, fileStartIndex, patternStartIndex);
  }
  #matchGlobstar(file, pattern, partial, fileIndex, patternIndex) {
    const { head, body, tail, segments } = this.#getGlobstarParts(pattern, partial, patternIndex);
    if (head.length) {
      const headEnd = fileIndex + head.length;
      if (!this.#matchOne(file, head, partial, fileIndex, 0, headEnd)) {
        return false;
      }
      fileIndex += head.length;
      patternIndex += head.length;
    }
    let fileTailMatch = 0;
    if (tail.length) {
      if (tail.length + fileIndex > file.length)
        return false;
      let tailStart = file.length - tail.length;
      if (this.#matchOne(file, tail, partial, tailStart, 0)) {
        fileTailMatch = tail.length;
      } else {
        if (file[file.length - 1] !== "" || fileIndex + tail.length === file.length) {
          return false;
        }
        tailStart--;
        if (!this.#matchOne(file, tail, partial, tailStart, 0)) {
          return false;
        }
        fileTailMatch = tail.length + 1;
      }
    }
    if (!body.length) {
      let sawSome = !!fileTailMatch;
      for (let i = fileIndex; i < file.length - fileTailMatch; i++) {
        const f = String(file[i]);
        sawSome = true;
        if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
          return false;
        }
      }
      return partial || sawSome;
    }
    return !!this.#matchGlobStarBodySections(file, segments, file.length - fileTailMatch, fileIndex, 0, partial, 0, !!fileTailMatch, /* @__PURE__ */ new Set());
  }
  // Split the pattern into head, tail, and middle of ** delimited
  // parts. The tail has to be at the end, and the others just have to
  // be found in order from the head. These only depend on the pattern
  // row, so they are kept for the next path.
  #getGlobstarParts(pattern, partial, patternIndex) {
    let byStart = this.#globstarParts.get(pattern);
    if (!byStart) {
      byStart = [];
      this.#globstarParts.set(pattern, byStart);
    }
    const key2 = patternIndex * 2 + (partial ? 1 : 0);
    const found = byStart[key2];
    if (found)
      return found;
    const firstgs = pattern.indexOf(GLOBSTAR, patternIndex);
    const lastgs = pattern.lastIndexOf(GLOBSTAR);
    const head = pattern.slice(patternIndex, firstgs);
    const body = pattern.slice(firstgs + 1, partial ? void 0 : lastgs);
    const tail = partial ? [] : pattern.slice(lastgs + 1);
    const segments = [[[], 0]];
    let current = segments[0];
    let nonGsParts = 0;
    const nonGsPartsSums = [0];
    for (const b of body) {
      if (b === GLOBSTAR) {
        nonGsPartsSums.push(nonGsParts);
        current = [[], 0];
        segments.push(current);
      } else {
        current[0].push(b);
        nonGsParts++;
      }
    }
    segments.forEach((b, i) => {
      b[1] = nonGsParts - nonGsPartsSums[i];
    });
    const parts = { head, body, tail, segments };
    byStart[key2] = parts;
    return parts;
  }
  // return false for "nope, not matching"
  // return null for "not matching, cannot keep trying"
  #matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex, bodyIndex, partial, globStarDepth, sawTail, tried) {
    const bs = bodySegments[bodyIndex];
    if (!bs) {
      if (partial) {
        return fileIndex >= fileLength || fileIndex === fileLength - 1 && file[fileIndex] === "";
      }
      for (let i = fileIndex; i < fileLength; i++) {
        sawTail = true;
        const f = file[i];
        if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
          return false;
        }
      }
      return sawTail;
    }
    const [body, need] = bs;
    const after = partial ? fileLength : fileLength - need;
    while (fileIndex <= after) {
      const key2 = bodyIndex * (file.length + 1) + fileIndex;
      if (tried.has(key2))
        return false;
      tried.add(key2);
      const m = this.#matchOne(file, body, partial, fileIndex, 0, fileIndex + body.length);
      if (m && globStarDepth < this.maxGlobstarRecursion) {
        const sub = this.#matchGlobStarBodySections(file, bodySegments, fileLength, fileIndex + body.length, bodyIndex + 1, partial, globStarDepth + 1, sawTail, tried);
        if (sub !== false) {
          return sub;
        }
      }
      if (fileIndex === after)
        break;
      const f = file[fileIndex];
      if (f === "." || f === ".." || !this.options.dot && f.startsWith(".")) {
        return false;
      }
      fileIndex++;
    }
    return partial || null;
  }
  #matchOne(file, pattern, partial, fileIndex, patternIndex, fileEnd = file.length) {
    let fi;
    let pi;
    let pl;
    let fl;
    for (fi = fileIndex, pi = patternIndex, fl = Math.min(fileEnd, file.length), pl = pattern.length; fi < fl && pi < pl; fi++, pi++) {
      let p = pattern[pi];
      let f = file[fi];
      if (p === false || p === GLOBSTAR) {
        return false;
      }
      if (!portionMatch(p, f))
        return false;
    }
    if (fi === fl && pi === pl) {
      return true;
    } else if (fi === fl) {
      return partial;
    } else if (pi === pl) {
      return fi === fl - 1 && file[fi] === "";
    } else {
      throw new Error("wtf?");
    }
  }
  braceExpand() {
    return braceExpand(this.pattern, this.options);
  }
  // Expand braces, except numeric ranges such as {0..999} with at
  // least RANGE_MIN values. Each of those stays in its pattern as
  // `<mark>0..999<mark>`, for the Matcher to test. If a range might
  // be inside a [...] class, expand all of them instead.
  #expandBraces() {
    const { pattern } = this;
    if (this.options.nobrace)
      return this.braceExpand();
    let code2 = 57344;
    while (pattern.includes(String.fromCharCode(code2))) {
      if (++code2 > 63743)
        return this.braceExpand();
    }
    const mark2 = String.fromCharCode(code2);
    let found = false;
    const marked = pattern.replace(rangeRe, (m, lo, hi) => {
      const a = Number(lo);
      const b = Number(hi);
      if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || Math.abs(a - b) + 1 < RANGE_MIN) {
        return m;
      }
      found = true;
      return `${mark2}${lo}..${hi}${mark2}`;
    });
    if (!found)
      return this.braceExpand();
    const set = braceExpand(marked, this.options);
    for (const p of set) {
      for (const portion of p.split("/")) {
        const c = portion.indexOf("[");
        if (c !== -1 && c < portion.lastIndexOf(mark2)) {
          return this.braceExpand();
        }
        if (!this.options.noext && inRepeatOrNegExt(portion, mark2)) {
          return this.braceExpand();
        }
      }
    }
    this.#rangeMark = mark2;
    return set;
  }
  parse(pattern) {
    assertValidPattern(pattern);
    const options = this.options;
    if (pattern === "**")
      return GLOBSTAR;
    if (pattern === "")
      return "";
    const { nocase, nocaseMagicOnly, noext = false, dot, normalize: normalize2 } = options;
    const rangeMark = this.#rangeMark;
    const lit2 = rangeMark && pattern.includes(rangeMark) ? void 0 : literal(pattern, noext);
    if (lit2 !== void 0 && !(nocase && !nocaseMagicOnly && pattern.toUpperCase() !== pattern.toLowerCase())) {
      return this.#norm(lit2);
    }
    if (this.#pending)
      return PENDING;
    let m = this.#matchers.get(pattern);
    if (!m) {
      if (!noext)
        assertValidExtglobs(pattern);
      m = new Matcher(pattern, {
        nocase,
        noext,
        dot,
        normalize: normalize2,
        ...rangeMark && { rangeMark }
      });
      this.#matchers.set(pattern, m);
    }
    return m;
  }
  #slashSplit(p) {
    if (this.preserveMultipleSlashes) {
      return p.split("/");
    } else if (this.isWindows && /^\/\/[^/]+/.test(p)) {
      return ["", ...p.split(/\/+/)];
    } else {
      return p.split(/\/+/);
    }
  }
  match(f, partial = this.partial) {
    if (this.comment) {
      return false;
    }
    if (this.empty) {
      return f === "";
    }
    if (f === "/" && partial) {
      return true;
    }
    const options = this.options;
    let split = this.#cachedSplit(f);
    if (!split) {
      if (!partial && !this.#form && (this.#endCheck || this.#literalCheck) && lastChecked !== f) {
        lastChecked = f;
        const can = this.#canMatch(f);
        if (can === "no")
          return options.flipNegate ? false : this.negate;
        if (can === "yes")
          return options.flipNegate ? true : !this.negate;
      }
      split = this.#split(f);
    }
    const ff = split.parts;
    const resolved = this.#level2 ? split.resolved ??= this.#levelTwoFileOptimize(ff) : ff;
    const set = this.set;
    let filename = ff[ff.length - 1];
    if (!filename) {
      for (let i = ff.length - 2; !filename && i >= 0; i--) {
        filename = ff[i];
      }
    }
    for (let r = 0; r < set.length; r++) {
      const pattern = set[r];
      const shape = partial ? void 0 : this.#shapes[r];
      const hit = shape === "base" ? portionMatch(pattern[0], filename) : shape ? this.#matchShape(resolved, pattern, shape) : options.matchBase && pattern.length === 1 ? this.#matchRow([filename], [filename], pattern, partial) : this.#matchRow(ff, resolved, pattern, partial);
      if (hit) {
        if (options.flipNegate) {
          return true;
        }
        return !this.negate;
      }
    }
    if (options.flipNegate) {
      return false;
    }
    return this.negate;
  }
  static defaults(def) {
    return minimatch.defaults(def).Minimatch;
  }
};
minimatch.Minimatch = Minimatch;
minimatch.escape = escape;
minimatch.unescape = unescape;

// src/source/manifest-paths.ts
var skippedFolders = /* @__PURE__ */ new Set([".git", ".hg", ".svn", "node_modules"]);
var skippedFiles = /* @__PURE__ */ new Set(["package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml"]);
var manifestEnding = /\.(?:ya?ml|json)$/i;
var templateEnding = /\.(?:tpl|tmpl|gotmpl)$/i;
function isSkippedFolder(name) {
  return skippedFolders.has(name.toLowerCase());
}
function isManifestPath(path2) {
  const parts = path2.split("/");
  const name = parts.pop() ?? "";
  return manifestEnding.test(name) && !skippedFiles.has(name.toLowerCase()) && !parts.some(isSkippedFolder);
}
function isTemplatePath(path2) {
  return isManifestPath(path2.replace(templateEnding, "")) && templateEnding.test(path2);
}
function pathFilter(patterns) {
  const filters = patterns.map((pattern) => {
    const path2 = normalized(pattern);
    if (path2 === "") return () => true;
    const glob = new Minimatch(path2, { dot: true, nonegate: true, nocomment: true });
    const below = new Minimatch(`${path2}/**`, { dot: true, nonegate: true, nocomment: true });
    return (candidate) => candidate === path2 || candidate.startsWith(`${path2}/`) || glob.match(candidate) || below.match(candidate);
  });
  return filters.length === 0 ? () => true : (candidate) => filters.some((filter2) => filter2(candidate));
}
function normalized(pattern) {
  const parts = pattern.split("/").filter((part) => part !== "" && part !== ".");
  if (pattern.startsWith("/") || parts.includes("..")) {
    const message2 = `path '${pattern}' leads out of what is read; expected a file, folder or glob relative to it, like 'apps/shop' or 'apps/**/*.yaml'`;
    throw new InputError([{ code: "usage", message: message2, at: null }]);
  }
  return parts.join("/");
}

// src/source/tree.ts
import { isUtf8 } from "node:buffer";

// src/source/kustomization.ts
import { posix } from "node:path";
var names2 = /* @__PURE__ */ new Set(["kustomization.yaml", "kustomization.yml", "Kustomization"]);
var plainFields = /* @__PURE__ */ new Set([
  "apiVersion",
  "kind",
  "metadata",
  "resources",
  "bases",
  "crds",
  "openapi",
  "configurations"
]);
function isKustomizationPath(path2) {
  return names2.has(posix.basename(path2));
}
function isKustomization(root) {
  const apiVersion = pairOf(root, "apiVersion")?.value;
  return apiVersion?.kind === "scalar" && apiVersion.text.startsWith("kustomize.config.k8s.io/");
}
function changesResources(root) {
  return root.kind === "mapping" && root.pairs.some((pair2) => !plainFields.has(pair2.key.text));
}
function patchPaths(path2, root) {
  const patches = [
    ...itemsOf(root, "patches").map((patch) => nodeAt(patch, ["path"])),
    ...itemsOf(root, "patchesJson6902").map((patch) => nodeAt(patch, ["path"])),
    ...itemsOf(root, "patchesStrategicMerge")
  ];
  return patches.flatMap(
    (patch) => patch?.kind === "scalar" && patch.text !== "" && !patch.text.includes("\n") ? [posix.join(posix.dirname(path2), patch.text)] : []
  );
}
function itemsOf(root, field3) {
  const value = pairOf(root, field3)?.value;
  return value?.kind === "sequence" ? value.items : [];
}

// src/source/go-templates.ts
function hasActions(text5) {
  return text5.includes("{{") || text5.includes("{%");
}
function isUnrendered(text5, faults, read2) {
  const [first] = faults;
  if (first === void 0 || !hasActions(text5)) return false;
  const [left] = read2(withoutActions(text5)).faults;
  return left === void 0 || left.start > first.start;
}
function withoutActions(text5) {
  const parts = [];
  let from = 0;
  for (const action of actions(text5)) {
    const filler = isAlone(text5, action.start, action.end) ? " " : "x";
    parts.push(text5.slice(from, action.start), text5.slice(action.start, action.end).replace(/[^\n]/g, filler));
    from = action.end;
  }
  parts.push(text5.slice(from));
  return parts.join("");
}
function* actions(text5) {
  for (const [open, close] of [
    ["{{", "}}"],
    ["{%", "%}"]
  ]) {
    for (let start = text5.indexOf(open); start >= 0; ) {
      const end = text5.indexOf(close, start + 2);
      if (end < 0) break;
      yield { start, end: end + 2 };
      start = text5.indexOf(open, end + 2);
    }
  }
}
function isAlone(text5, start, end) {
  let before2 = start - 1;
  while (before2 >= 0 && isBlank(text5[before2])) before2 -= 1;
  let after = end;
  while (after < text5.length && isBlank(text5[after])) after += 1;
  return (before2 < 0 || text5[before2] === "\n") && (after === text5.length || text5[after] === "\n");
}
function isBlank(char) {
  return char === " " || char === "	" || char === "\r";
}

// src/source/helm-charts.ts
function templateFolders(paths) {
  return paths.filter(isChart).map((path2) => `${path2.slice(0, -"Chart.yaml".length)}templates/`);
}
function isChart(path2) {
  return path2 === "Chart.yaml" || path2.endsWith("/Chart.yaml");
}

// src/source/manifest-roots.ts
function manifestRoots(root) {
  const kind = kindOf2(root);
  if (kind === null) return [];
  const items = kind.value.text.endsWith("List") ? pairOf(root, "items")?.value : void 0;
  if (items?.kind !== "sequence") return [root];
  const itemKind = kind.value.text.slice(0, -"List".length);
  return items.items.flatMap((item) => manifestRoots(withKind(item, root, itemKind)));
}
function kindOf2(root) {
  const kind = scalarPair(root, "kind");
  return kind !== null && scalarPair(root, "apiVersion") !== null ? kind : null;
}
function scalarPair(node, key2) {
  const pair2 = pairOf(node, key2);
  return pair2 !== null && isScalarPair(pair2) && pair2.value.text !== "" ? pair2 : null;
}
function isScalarPair(pair2) {
  return pair2.value.kind === "scalar";
}
function withKind(item, list4, itemKind) {
  if (item.kind !== "mapping" || pairOf(item, "kind") !== null || pairOf(item, "apiVersion") !== null) return item;
  const kind = scalarPair(list4, "kind");
  const apiVersion = pairOf(list4, "apiVersion");
  if (itemKind === "" || kind === null || apiVersion === null) return item;
  return { ...item, pairs: [apiVersion, { ...kind, value: { ...kind.value, text: itemKind } }, ...item.pairs] };
}

// src/source/lines.ts
function linesOf(text5) {
  let starts = null;
  return {
    positionOf(offset) {
      starts ??= lineStarts(text5);
      const line = lineAt(starts, offset);
      return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
    }
  };
}
function lineStarts(text5) {
  const starts = [0];
  for (let at = text5.indexOf("\n"); at >= 0; at = text5.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
function lineAt(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

// node_modules/js-yaml/dist/js-yaml.mjs
var NOT_RESOLVED = /* @__PURE__ */ Symbol("NOT_RESOLVED");
function defineScalarTag(tagName, options) {
  return {
    tagName,
    nodeKind: "scalar",
    implicit: options.implicit ?? false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    implicitFirstChars: options.implicitFirstChars ?? null,
    resolve: options.resolve,
    identify: options.identify,
    represent: options.represent ?? ((data) => String(data)),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
function defineSequenceTag(tagName, options) {
  const carrierIsResult = options.finalize === void 0;
  return {
    tagName,
    nodeKind: "sequence",
    implicit: false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    create: options.create,
    addItem: options.addItem,
    finalize: options.finalize ?? ((carrier) => carrier),
    carrierIsResult,
    identify: options.identify,
    represent: options.represent ?? ((data) => data),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
function defineMappingTag(tagName, options) {
  const carrierIsResult = options.finalize === void 0;
  return {
    tagName,
    nodeKind: "mapping",
    implicit: false,
    matchByTagPrefix: options.matchByTagPrefix ?? false,
    create: options.create,
    addPair: options.addPair,
    has: options.has,
    keys: options.keys,
    get: options.get,
    finalize: options.finalize ?? ((carrier) => carrier),
    carrierIsResult,
    identify: options.identify,
    represent: options.represent ?? ((data) => data),
    representTagName: options.representTagName ?? (() => tagName)
  };
}
var strTag = defineScalarTag("tag:yaml.org,2002:str", {
  resolve: (source) => source,
  identify: (data) => typeof data === "string"
});
var NULL_VALUES$1 = [
  "",
  "~",
  "null",
  "Null",
  "NULL"
];
var nullCoreTag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: [
    "",
    "~",
    "n",
    "N"
  ],
  resolve: (source) => {
    if (NULL_VALUES$1.indexOf(source) !== -1) return null;
    return NOT_RESOLVED;
  },
  identify: (object2) => object2 === null,
  represent: () => "null"
});
var nullJsonTag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: ["n"],
  resolve: (source, isExplicit) => {
    if (source === "null" || isExplicit && source === "") return null;
    return NOT_RESOLVED;
  },
  identify: (object2) => object2 === null,
  represent: () => "null"
});
var NULL_VALUES = [
  "",
  "~",
  "null",
  "Null",
  "NULL"
];
var nullYaml11Tag = defineScalarTag("tag:yaml.org,2002:null", {
  implicit: true,
  implicitFirstChars: [
    "",
    "~",
    "n",
    "N"
  ],
  resolve: (source) => {
    if (NULL_VALUES.indexOf(source) !== -1) return null;
    return NOT_RESOLVED;
  },
  identify: (object2) => object2 === null,
  represent: () => "null"
});
var TRUE_VALUES$2 = [
  "true",
  "True",
  "TRUE"
];
var FALSE_VALUES$2 = [
  "false",
  "False",
  "FALSE"
];
var boolCoreTag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: [
    "t",
    "T",
    "f",
    "F"
  ],
  resolve: (source) => {
    if (TRUE_VALUES$2.indexOf(source) !== -1) return true;
    if (FALSE_VALUES$2.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object2) => Object.prototype.toString.call(object2) === "[object Boolean]",
  represent: (object2) => object2 ? "true" : "false"
});
var TRUE_VALUES$1 = ["true"];
var FALSE_VALUES$1 = ["false"];
var boolJsonTag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: ["t", "f"],
  resolve: (source) => {
    if (TRUE_VALUES$1.indexOf(source) !== -1) return true;
    if (FALSE_VALUES$1.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object2) => Object.prototype.toString.call(object2) === "[object Boolean]",
  represent: (object2) => object2 ? "true" : "false"
});
var TRUE_VALUES = [
  "true",
  "True",
  "TRUE",
  "y",
  "Y",
  "yes",
  "Yes",
  "YES",
  "on",
  "On",
  "ON"
];
var FALSE_VALUES = [
  "false",
  "False",
  "FALSE",
  "n",
  "N",
  "no",
  "No",
  "NO",
  "off",
  "Off",
  "OFF"
];
var boolYaml11Tag = defineScalarTag("tag:yaml.org,2002:bool", {
  implicit: true,
  implicitFirstChars: [
    "y",
    "Y",
    "n",
    "N",
    "t",
    "T",
    "f",
    "F",
    "o",
    "O"
  ],
  resolve: (source) => {
    if (TRUE_VALUES.indexOf(source) !== -1) return true;
    if (FALSE_VALUES.indexOf(source) !== -1) return false;
    return NOT_RESOLVED;
  },
  identify: (object2) => Object.prototype.toString.call(object2) === "[object Boolean]",
  represent: (object2) => object2 ? "true" : "false"
});
var YAML_INTEGER_IMPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
var YAML_INTEGER_EXPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$2(source) {
  let value = source;
  let sign = 1;
  if (value[0] === "-" || value[0] === "+") {
    if (value[0] === "-") sign = -1;
    value = value.slice(1);
  }
  if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
  if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
  if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
  return sign * parseInt(value, 10);
}
function resolveYamlInteger$2(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_INTEGER_EXPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
  } else if (!YAML_INTEGER_IMPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger$2(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intCoreTag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ..."0123456789"
  ],
  resolve: resolveYamlInteger$2,
  identify: (object2) => Number.isInteger(object2) && !Object.is(object2, -0) && object2.toString(10).indexOf("e") < 0,
  represent: (object2) => object2.toString(10)
});
var YAML_INTEGER_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)$");
var YAML_INTEGER_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
function parseYamlInteger$1(source) {
  let value = source;
  let sign = 1;
  if (value[0] === "-" || value[0] === "+") {
    if (value[0] === "-") sign = -1;
    value = value.slice(1);
  }
  if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
  if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
  if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
  return sign * parseInt(value, 10);
}
function resolveYamlInteger$1(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_INTEGER_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  } else if (!YAML_INTEGER_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger$1(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intJsonTag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: ["-", ..."0123456789"],
  resolve: resolveYamlInteger$1,
  identify: (object2) => Number.isInteger(object2) && !Object.is(object2, -0) && object2.toString(10).indexOf("e") < 0,
  represent: (object2) => object2.toString(10)
});
var YAML_INTEGER_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");
function parseYamlInteger(source) {
  let value = source.replace(/_/g, "");
  let sign = 1;
  if (value[0] === "-" || value[0] === "+") {
    if (value[0] === "-") sign = -1;
    value = value.slice(1);
  }
  if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
  if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
  if (value.includes(":")) {
    let result = 0;
    for (const part of value.split(":")) result = result * 60 + Number(part);
    return sign * result;
  }
  if (value !== "0" && value[0] === "0") return sign * parseInt(value, 8);
  return sign * parseInt(value, 10);
}
function resolveYamlInteger(source) {
  if (!YAML_INTEGER_PATTERN.test(source)) return NOT_RESOLVED;
  const result = parseYamlInteger(source);
  return Number.isFinite(result) ? result : NOT_RESOLVED;
}
var intYaml11Tag = defineScalarTag("tag:yaml.org,2002:int", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ..."0123456789"
  ],
  resolve: resolveYamlInteger,
  identify: (object2) => Number.isInteger(object2) && !Object.is(object2, -0) && object2.toString(10).indexOf("e") < 0,
  represent: (object2) => object2.toString(10)
});
var YAML_FLOAT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$2(source) {
  if (!YAML_FLOAT_PATTERN$1.test(source)) return NOT_RESOLVED;
  let value = source.toLowerCase();
  const sign = value[0] === "-" ? -1 : 1;
  if ("+-".includes(value[0])) value = value.slice(1);
  if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (value === ".nan") return NaN;
  const result = sign * parseFloat(value);
  if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN$1.test(source)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat$2(object2) {
  if (isNaN(object2)) return ".nan";
  if (object2 === Number.POSITIVE_INFINITY) return ".inf";
  if (object2 === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object2, -0)) return "-0.0";
  const result = object2.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatCoreTag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ".",
    ..."0123456789"
  ],
  resolve: resolveYamlFloat$2,
  identify: (object2) => typeof object2 === "number" && (!Number.isInteger(object2) || Object.is(object2, -0) || object2.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat$2
});
var YAML_FLOAT_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$");
var YAML_FLOAT_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat$1(source, isExplicit) {
  if (isExplicit) {
    if (!YAML_FLOAT_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
    let value = source.toLowerCase();
    const sign = value[0] === "-" ? -1 : 1;
    if ("+-".includes(value[0])) value = value.slice(1);
    if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    if (value === ".nan") return NaN;
    const result2 = sign * parseFloat(value);
    return Number.isFinite(result2) ? result2 : NOT_RESOLVED;
  }
  if (!YAML_FLOAT_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
  const result = Number(source);
  if (Number.isFinite(result)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat$1(object2) {
  if (isNaN(object2)) return ".nan";
  if (object2 === Number.POSITIVE_INFINITY) return ".inf";
  if (object2 === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object2, -0)) return "-0.0";
  const result = object2.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatJsonTag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: ["-", ..."0123456789"],
  resolve: resolveYamlFloat$1,
  identify: (object2) => typeof object2 === "number" && (!Number.isInteger(object2) || Object.is(object2, -0) || object2.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat$1
});
var YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
var YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
function resolveYamlFloat(source) {
  if (!YAML_FLOAT_PATTERN.test(source)) return NOT_RESOLVED;
  let value = source.toLowerCase().replace(/_/g, "");
  const sign = value[0] === "-" ? -1 : 1;
  if ("+-".includes(value[0])) value = value.slice(1);
  if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  if (value === ".nan") return NaN;
  let result = 0;
  if (value.includes(":")) {
    for (const part of value.split(":")) result = result * 60 + Number(part);
    result *= sign;
  } else result = sign * parseFloat(value);
  if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN.test(source)) return result;
  return NOT_RESOLVED;
}
function representYamlFloat(object2) {
  if (isNaN(object2)) return ".nan";
  if (object2 === Number.POSITIVE_INFINITY) return ".inf";
  if (object2 === Number.NEGATIVE_INFINITY) return "-.inf";
  if (Object.is(object2, -0)) return "-0.0";
  const result = object2.toString(10);
  return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
}
var floatYaml11Tag = defineScalarTag("tag:yaml.org,2002:float", {
  implicit: true,
  implicitFirstChars: [
    "-",
    "+",
    ".",
    ..."0123456789"
  ],
  resolve: resolveYamlFloat,
  identify: (object2) => typeof object2 === "number" && (!Number.isInteger(object2) || Object.is(object2, -0) || object2.toString(10).indexOf("e") >= 0),
  represent: representYamlFloat
});
var mergeTag = defineScalarTag("tag:yaml.org,2002:merge", {
  implicit: true,
  implicitFirstChars: ["<"],
  resolve: (source, isExplicit) => {
    if (source === "<<" || isExplicit && source === "") return "<<";
    return NOT_RESOLVED;
  },
  identify: () => false
});
var BASE64_PATTERN = /^[A-Za-z0-9+/]*={0,2}$/;
function resolveYamlBinary(source) {
  const input = source.replace(/\s/g, "");
  if (input.length % 4 !== 0 || !BASE64_PATTERN.test(input)) return NOT_RESOLVED;
  const binary = atob(input);
  const result = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) result[index] = binary.charCodeAt(index);
  return result;
}
function representYamlBinary(object2) {
  let binary = "";
  for (let index = 0; index < object2.length; index++) binary += String.fromCharCode(object2[index]);
  return btoa(binary);
}
var binaryTag = defineScalarTag("tag:yaml.org,2002:binary", {
  resolve: resolveYamlBinary,
  identify: (object2) => Object.prototype.toString.call(object2) === "[object Uint8Array]",
  represent: representYamlBinary
});
var YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
var YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
function makeUtcDate(year, month, day, hour = 0, minute = 0, second = 0, fraction = 0) {
  const date = new Date(Date.UTC(year, month, day, hour, minute, second, fraction));
  date.setUTCFullYear(year, month, day);
  return date;
}
function resolveYamlTimestamp(source) {
  let match2 = YAML_DATE_REGEXP.exec(source);
  if (match2 === null) match2 = YAML_TIMESTAMP_REGEXP.exec(source);
  if (match2 === null) return NOT_RESOLVED;
  const year = +match2[1];
  const month = +match2[2] - 1;
  const day = +match2[3];
  if (!match2[4]) {
    const date2 = makeUtcDate(year, month, day);
    if (date2.getUTCFullYear() !== year || date2.getUTCMonth() !== month || date2.getUTCDate() !== day) return NOT_RESOLVED;
    return date2;
  }
  const hour = +match2[4];
  const minute = +match2[5];
  const second = +match2[6];
  let fraction = 0;
  if (hour > 23 || minute > 59 || second > 59) return NOT_RESOLVED;
  if (match2[7]) {
    let value = match2[7].slice(0, 3);
    while (value.length < 3) value += "0";
    fraction = +value;
  }
  const date = makeUtcDate(year, month, day, hour, minute, second, fraction);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
  if (match2[9]) {
    const offsetHour = +match2[10];
    const offsetMinute = +(match2[11] || 0);
    if (offsetHour > 23 || offsetMinute > 59) return NOT_RESOLVED;
    const offset = (offsetHour * 60 + offsetMinute) * 6e4;
    date.setTime(date.getTime() - (match2[9] === "-" ? -offset : offset));
  }
  return date;
}
var timestampTag = defineScalarTag("tag:yaml.org,2002:timestamp", {
  implicit: true,
  implicitFirstChars: [..."0123456789"],
  resolve: resolveYamlTimestamp,
  identify: (object2) => object2 instanceof Date,
  represent: (object2) => object2.toISOString()
});
var seqTag = defineSequenceTag("tag:yaml.org,2002:seq", {
  create: () => [],
  addItem: (container, item) => {
    container.push(item);
  },
  identify: Array.isArray
});
function isPlainObject(data) {
  if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
  const prototype = Object.getPrototypeOf(data);
  return prototype === null || prototype === Object.prototype;
}
var omapTag = defineSequenceTag("tag:yaml.org,2002:omap", {
  create: () => ({
    list: [],
    seen: /* @__PURE__ */ new Set()
  }),
  addItem: (carrier, item) => {
    let key2;
    if (item instanceof Map) {
      if (item.size !== 1) return "cannot resolve an ordered map item";
      key2 = item.keys().next().value;
    } else if (isPlainObject(item)) {
      const itemKeys = Object.keys(item);
      if (itemKeys.length !== 1) return "cannot resolve an ordered map item";
      key2 = itemKeys[0];
    } else return "cannot resolve an ordered map item";
    if (carrier.seen.has(key2)) return "duplicate key in ordered map";
    carrier.seen.add(key2);
    carrier.list.push(item);
    return "";
  },
  finalize: (carrier) => carrier.list,
  identify: () => false
});
var pairsTag = defineSequenceTag("tag:yaml.org,2002:pairs", {
  create: () => [],
  addItem: (container, item) => {
    if (item instanceof Map) {
      if (item.size !== 1) return "cannot resolve a pairs item";
      container.push(item.entries().next().value);
      return "";
    }
    if (Object.prototype.toString.call(item) !== "[object Object]") return "cannot resolve a pairs item";
    const object2 = item;
    const keys = Object.keys(object2);
    if (keys.length !== 1) return "cannot resolve a pairs item";
    container.push([keys[0], object2[keys[0]]]);
    return "";
  },
  identify: () => false
});
var mapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => ({}),
  identify: isPlainObject,
  represent: (o) => {
    const map = /* @__PURE__ */ new Map();
    for (const key2 of Object.keys(o)) map.set(key2, o[key2]);
    return map;
  },
  addPair: (container, key2, value) => {
    if (key2 !== null && typeof key2 === "object") return "object-based map does not support complex keys";
    const normalizedKey = String(key2);
    if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
      value,
      enumerable: true,
      configurable: true,
      writable: true
    });
    else container[normalizedKey] = value;
    return "";
  },
  has: (container, key2) => {
    if (key2 !== null && typeof key2 === "object") return false;
    return Object.prototype.hasOwnProperty.call(container, String(key2));
  },
  keys: (container) => Object.keys(container),
  get: (container, key2) => {
    const normalizedKey = String(key2);
    if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
    return container[normalizedKey];
  }
});
var setTag = defineMappingTag("tag:yaml.org,2002:set", {
  create: () => /* @__PURE__ */ new Set(),
  identify: (data) => data instanceof Set,
  represent: (data) => {
    const map = /* @__PURE__ */ new Map();
    for (const key2 of data) map.set(key2, null);
    return map;
  },
  addPair: (container, key2, value) => {
    if (value !== null) return "cannot resolve a set item";
    container.add(key2);
    return "";
  },
  has: (container, key2) => container.has(key2),
  keys: (container) => container.keys(),
  get: () => null
});
function createTagDefinitionMap() {
  return {
    scalar: /* @__PURE__ */ Object.create(null),
    sequence: /* @__PURE__ */ Object.create(null),
    mapping: /* @__PURE__ */ Object.create(null)
  };
}
function createTagDefinitionListMap() {
  return {
    scalar: [],
    sequence: [],
    mapping: []
  };
}
function compileTags(tags) {
  const result = [];
  for (const tag of tags) {
    let index = result.length;
    for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
      const previous = result[previousIndex];
      if (previous.nodeKind === tag.nodeKind && previous.tagName === tag.tagName && previous.matchByTagPrefix === tag.matchByTagPrefix) {
        index = previousIndex;
        break;
      }
    }
    result[index] = tag;
  }
  return result;
}
var Schema = class Schema2 {
  tags;
  /** @internal */
  implicitScalarTags;
  /**
  * Dispatch implicit scalar resolvers by `source.charAt(0)`. Each bucket holds
  * the resolvers that may match that key, in schema order; a key absent from
  * the map uses
  * {@link Schema.implicitScalarAnyFirstChar}
  * (resolvers that declared no first-char constraint, so they apply to any
  * first character).
  */
  implicitScalarByFirstChar;
  implicitScalarAnyFirstChar;
  /**
  * The default scalar tag (`!!str`), resolved once so the composer's fallback
  * for unresolved plain scalars avoids a keyed lookup per scalar.
  *
  * @internal
  */
  defaultScalarTag;
  /**
  * The default container tags (`!!seq` / `!!map`), used by the dumper: when a
  * value is identified by its default tag, the tag is implicit and not
  * printed. Undefined if the schema does not define them (then such values
  * can't be dumped).
  *
  * @internal
  */
  defaultSequenceTag;
  /** @internal */
  defaultMappingTag;
  exact;
  prefix;
  constructor(tags) {
    const compiledTags = compileTags(tags);
    const implicitScalarTags = [];
    const exact = createTagDefinitionMap();
    const prefix2 = createTagDefinitionListMap();
    for (const tag of compiledTags) {
      if (tag.nodeKind === "scalar" && tag.implicit) {
        if (tag.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
        implicitScalarTags.push(tag);
      }
      switch (tag.nodeKind) {
        case "scalar":
          if (tag.matchByTagPrefix) prefix2.scalar.push(tag);
          else exact.scalar[tag.tagName] = tag;
          break;
        case "sequence":
          if (tag.matchByTagPrefix) prefix2.sequence.push(tag);
          else exact.sequence[tag.tagName] = tag;
          break;
        case "mapping":
          if (tag.matchByTagPrefix) prefix2.mapping.push(tag);
          else exact.mapping[tag.tagName] = tag;
      }
    }
    const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag) => tag.implicitFirstChars === null);
    const keys = /* @__PURE__ */ new Set();
    for (const tag of implicitScalarTags) if (tag.implicitFirstChars !== null) for (const key2 of tag.implicitFirstChars) keys.add(key2);
    const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
    for (const key2 of keys) implicitScalarByFirstChar.set(key2, implicitScalarTags.filter((tag) => tag.implicitFirstChars === null || tag.implicitFirstChars.indexOf(key2) !== -1));
    const defaultScalarTag = exact.scalar["tag:yaml.org,2002:str"];
    if (!defaultScalarTag) throw new Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");
    this.tags = compiledTags;
    this.implicitScalarTags = implicitScalarTags;
    this.implicitScalarByFirstChar = implicitScalarByFirstChar;
    this.implicitScalarAnyFirstChar = implicitScalarAnyFirstChar;
    this.defaultScalarTag = defaultScalarTag;
    this.defaultSequenceTag = exact.sequence["tag:yaml.org,2002:seq"];
    this.defaultMappingTag = exact.mapping["tag:yaml.org,2002:map"];
    this.exact = exact;
    this.prefix = prefix2;
  }
  /** @internal */
  lookupScalarTag(tagName) {
    const exactTag = this.exact.scalar[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.scalar) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  lookupSequenceTag(tagName) {
    const exactTag = this.exact.sequence[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.sequence) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  lookupMappingTag(tagName) {
    const exactTag = this.exact.mapping[tagName];
    if (exactTag) return exactTag;
    for (const tag of this.prefix.mapping) if (tagName.startsWith(tag.tagName)) return tag;
  }
  /** @internal */
  resolveImplicitScalarTag(source) {
    const candidates = this.implicitScalarByFirstChar.get(source.charAt(0)) ?? this.implicitScalarAnyFirstChar;
    for (const tag2 of candidates) {
      const value = tag2.resolve(source, false, tag2.tagName);
      if (value !== NOT_RESOLVED) return {
        value,
        tag: tag2
      };
    }
    const tag = this.defaultScalarTag;
    return {
      value: tag.resolve(source, false, tag.tagName),
      tag
    };
  }
  /**
  * Creates a new schema with the specified tags added. If a tag already
  * exists, it is replaced by the specified tag.
  *
  * @example
  *
  * ```javascript
  * import { CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
  *
  * const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag)
  * ```
  */
  withTags(...tags) {
    let flatTags = [];
    for (const tag of tags) flatTags = flatTags.concat(tag);
    return new Schema2([...this.tags, ...flatTags]);
  }
};
var FAILSAFE_SCHEMA = new Schema([
  strTag,
  seqTag,
  mapTag
]);
var JSON_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullJsonTag,
  boolJsonTag,
  intJsonTag,
  floatJsonTag
]);
var CORE_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullCoreTag,
  boolCoreTag,
  intCoreTag,
  floatCoreTag
]);
var YAML11_SCHEMA = new Schema([
  ...FAILSAFE_SCHEMA.tags,
  nullYaml11Tag,
  boolYaml11Tag,
  intYaml11Tag,
  floatYaml11Tag,
  timestampTag,
  mergeTag,
  binaryTag,
  omapTag,
  pairsTag,
  setTag
]);
var DUMP_SCHEMA = YAML11_SCHEMA.withTags({
  ...intYaml11Tag,
  resolve: (source, isExplicit, tagName) => {
    const result = intYaml11Tag.resolve(source, isExplicit, tagName);
    return result === NOT_RESOLVED ? intCoreTag.resolve(source, isExplicit, tagName) : result;
  }
}, {
  ...floatYaml11Tag,
  resolve: (source, isExplicit, tagName) => {
    const result = floatYaml11Tag.resolve(source, isExplicit, tagName);
    return result === NOT_RESOLVED ? floatCoreTag.resolve(source, isExplicit, tagName) : result;
  }
});
var realMapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => /* @__PURE__ */ new Map(),
  addPair: (container, key2, value) => {
    container.set(key2, value);
    return "";
  },
  has: (container, key2) => container.has(key2),
  keys: (container) => container.keys(),
  get: (container, key2) => container.get(key2),
  identify: (data) => data instanceof Map || isPlainObject(data),
  represent: (data) => {
    if (data instanceof Map) return data;
    const map = /* @__PURE__ */ new Map();
    const obj = data;
    for (const key2 of Object.keys(obj)) map.set(key2, obj[key2]);
    return map;
  }
});
function normalizeKey(key2) {
  if (Array.isArray(key2)) {
    const array = Array.prototype.slice.call(key2);
    for (let index = 0; index < array.length; index++) {
      if (Array.isArray(array[index])) return null;
      if (typeof array[index] === "object" && Object.prototype.toString.call(array[index]) === "[object Object]") array[index] = "[object Object]";
    }
    return String(array);
  }
  if (typeof key2 === "object" && Object.prototype.toString.call(key2) === "[object Object]") return "[object Object]";
  return String(key2);
}
var legacyMapTag = defineMappingTag("tag:yaml.org,2002:map", {
  create: () => ({}),
  identify: isPlainObject,
  represent: (o) => {
    const map = /* @__PURE__ */ new Map();
    for (const key2 of Object.keys(o)) map.set(key2, o[key2]);
    return map;
  },
  addPair: (container, key2, value) => {
    const normalizedKey = normalizeKey(key2);
    if (normalizedKey === null) return "nested arrays are not supported inside keys";
    if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
      value,
      enumerable: true,
      configurable: true,
      writable: true
    });
    else container[normalizedKey] = value;
    return "";
  },
  has: (container, key2) => {
    const normalizedKey = normalizeKey(key2);
    return normalizedKey !== null && Object.prototype.hasOwnProperty.call(container, normalizedKey);
  },
  keys: (container) => Object.keys(container),
  get: (container, key2) => {
    const normalizedKey = String(key2);
    if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
    return container[normalizedKey];
  }
});
var DEFAULT_SNIPPET_OPTIONS = {
  maxLength: 79,
  indent: 1,
  linesBefore: 3,
  linesAfter: 2
};
function getLine(buffer, lineStart, lineEnd2, position, maxLineLength) {
  let head = "";
  let tail = "";
  const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
  if (position - lineStart > maxHalfLength) {
    head = " ... ";
    lineStart = position - maxHalfLength + head.length;
  }
  if (lineEnd2 - position > maxHalfLength) {
    tail = " ...";
    lineEnd2 = position + maxHalfLength - tail.length;
  }
  return {
    str: head + buffer.slice(lineStart, lineEnd2).replace(/\t/g, "\u2192") + tail,
    pos: position - lineStart + head.length
  };
}
function padStart(string2, max) {
  return " ".repeat(Math.max(max - string2.length, 0)) + string2;
}
function makeSnippet(mark2, options) {
  if (!mark2.buffer) return null;
  const opts = {
    ...DEFAULT_SNIPPET_OPTIONS,
    ...options
  };
  const re = /\r?\n|\r|\0/g;
  const lineStarts2 = [0];
  const lineEnds = [];
  let match2;
  let foundLineNo = -1;
  while (match2 = re.exec(mark2.buffer)) {
    lineEnds.push(match2.index);
    lineStarts2.push(match2.index + match2[0].length);
    if (mark2.position <= match2.index && foundLineNo < 0) foundLineNo = lineStarts2.length - 2;
  }
  if (foundLineNo < 0) foundLineNo = lineStarts2.length - 1;
  let result = "";
  const lineNoLength = Math.min(mark2.line + opts.linesAfter, lineEnds.length).toString().length;
  const maxLineLength = opts.maxLength - (opts.indent + lineNoLength + 3);
  for (let i = 1; i <= opts.linesBefore; i++) {
    if (foundLineNo - i < 0) break;
    const line2 = getLine(mark2.buffer, lineStarts2[foundLineNo - i], lineEnds[foundLineNo - i], mark2.position - (lineStarts2[foundLineNo] - lineStarts2[foundLineNo - i]), maxLineLength);
    result = `${" ".repeat(opts.indent)}${padStart((mark2.line - i + 1).toString(), lineNoLength)} | ${line2.str}
${result}`;
  }
  const line = getLine(mark2.buffer, lineStarts2[foundLineNo], lineEnds[foundLineNo], mark2.position, maxLineLength);
  result += `${" ".repeat(opts.indent)}${padStart((mark2.line + 1).toString(), lineNoLength)} | ${line.str}
`;
  result += `${"-".repeat(opts.indent + lineNoLength + 3 + line.pos)}^
`;
  for (let i = 1; i <= opts.linesAfter; i++) {
    if (foundLineNo + i >= lineEnds.length) break;
    const line2 = getLine(mark2.buffer, lineStarts2[foundLineNo + i], lineEnds[foundLineNo + i], mark2.position - (lineStarts2[foundLineNo] - lineStarts2[foundLineNo + i]), maxLineLength);
    result += `${" ".repeat(opts.indent)}${padStart((mark2.line + i + 1).toString(), lineNoLength)} | ${line2.str}
`;
  }
  return result.replace(/\n$/, "");
}
function formatError(exception, compact) {
  let where = "";
  if (!exception.mark) return exception.reason;
  if (exception.mark.name) where += `in "${exception.mark.name}" `;
  where += `(${exception.mark.line + 1}:${exception.mark.column + 1})`;
  if (!compact && exception.mark.snippet) where += `

${exception.mark.snippet}`;
  return `${exception.reason} ${where}`;
}
var YAMLException = class YAMLException2 extends Error {
  reason;
  mark;
  /**
  * Optional `mark` contains source snippet data. Usually, use
  * {@link YAMLException.throwAt} instead of passing it directly.
  */
  constructor(reason2, mark2) {
    super();
    this.name = "YAMLException";
    this.reason = reason2;
    this.mark = mark2;
    this.message = formatError(this, false);
    if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
  }
  /**
  * Returns the formatted error, omitting the source snippet in compact mode.
  */
  toString(compact) {
    return `${this.name}: ${formatError(this, compact)}`;
  }
  /**
  * Builds a YAMLException with a source snippet and throws it. `source` is
  * the raw input text; `position` is an offset into it.
  */
  static throwAt(source, position, message2, filename = "") {
    let line = 0;
    let lineStart = 0;
    for (let index = 0; index < position; index++) {
      const ch = source.charCodeAt(index);
      if (ch === 10) {
        line++;
        lineStart = index + 1;
      } else if (ch === 13) {
        line++;
        if (source.charCodeAt(index + 1) === 10) index++;
        lineStart = index + 1;
      }
    }
    const mark2 = {
      name: filename,
      buffer: source,
      position,
      line,
      column: position - lineStart
    };
    mark2.snippet = makeSnippet(mark2);
    throw new YAMLException2(message2, mark2);
  }
};
var EVENT_ID = {
  DOCUMENT: 1,
  SEQUENCE: 2,
  MAPPING: 3,
  SCALAR: 4,
  ALIAS: 5,
  POP: 6
};
var SCALAR_STYLE = {
  PLAIN: 1,
  SINGLE_QUOTED: 2,
  DOUBLE_QUOTED: 3,
  LITERAL_BLOCK: 4,
  FOLDED_BLOCK: 5
};
var COLLECTION_STYLE = {
  BLOCK: 1,
  FLOW: 2
};
var CHOMPING_MODE = {
  CLIP: 1,
  STRIP: 2,
  KEEP: 3
};
var NO_RANGE$3 = -1;
function simpleEscapeSequence(c) {
  switch (c) {
    case 48:
      return "\0";
    case 97:
      return "\x07";
    case 98:
      return "\b";
    case 116:
      return "	";
    case 9:
      return "	";
    case 110:
      return "\n";
    case 118:
      return "\v";
    case 102:
      return "\f";
    case 114:
      return "\r";
    case 101:
      return "\x1B";
    case 32:
      return " ";
    case 34:
      return '"';
    case 47:
      return "/";
    case 92:
      return "\\";
    case 78:
      return "\x85";
    case 95:
      return "\xA0";
    case 76:
      return "\u2028";
    case 80:
      return "\u2029";
    default:
      return "";
  }
}
var simpleEscapeCheck = new Array(256);
var simpleEscapeMap = new Array(256);
for (let i = 0; i < 256; i++) {
  simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
  simpleEscapeMap[i] = simpleEscapeSequence(i);
}
function charFromCodepoint(c) {
  if (c <= 65535) return String.fromCharCode(c);
  return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
}
function fromHexCode$1(c) {
  if (c >= 48 && c <= 57) return c - 48;
  return (c | 32) - 97 + 10;
}
function escapedHexLen$1(c) {
  if (c === 120) return 2;
  if (c === 117) return 4;
  return 8;
}
function skipFoldedBreaks(input, position, end) {
  let breaks = 0;
  while (position < end) {
    const ch = input.charCodeAt(position);
    if (ch === 10) {
      breaks++;
      position++;
    } else if (ch === 13) {
      breaks++;
      position++;
      if (input.charCodeAt(position) === 10) position++;
    } else if (ch === 32 || ch === 9) position++;
    else break;
  }
  return {
    position,
    breaks
  };
}
function foldedBreaks(count2) {
  if (count2 === 1) return " ";
  return "\n".repeat(count2 - 1);
}
function getPlainValue(input, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input.charCodeAt(position);
    if (ch === 10 || ch === 13) {
      result += input.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input.slice(captureStart, captureEnd);
}
function getSingleQuotedValue(input, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input.charCodeAt(position);
    if (ch === 39) {
      result += input.slice(captureStart, position) + "'";
      position += 2;
      captureStart = captureEnd = position;
    } else if (ch === 10 || ch === 13) {
      result += input.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input.slice(captureStart, end);
}
function getDoubleQuotedValue(input, start, end) {
  let result = "";
  let position = start;
  let captureStart = start;
  let captureEnd = start;
  while (position < end) {
    const ch = input.charCodeAt(position);
    if (ch === 92) {
      result += input.slice(captureStart, position);
      position++;
      const escaped = input.charCodeAt(position);
      if (escaped === 10 || escaped === 13) position = skipFoldedBreaks(input, position, end).position;
      else if (escaped < 256 && simpleEscapeCheck[escaped]) {
        result += simpleEscapeMap[escaped];
        position++;
      } else {
        let hexLength = escapedHexLen$1(escaped);
        let hexResult = 0;
        for (; hexLength > 0; hexLength--) {
          position++;
          const digit2 = fromHexCode$1(input.charCodeAt(position));
          hexResult = (hexResult << 4) + digit2;
        }
        result += charFromCodepoint(hexResult);
        position++;
      }
      captureStart = captureEnd = position;
    } else if (ch === 10 || ch === 13) {
      result += input.slice(captureStart, captureEnd);
      const fold = skipFoldedBreaks(input, position, end);
      result += foldedBreaks(fold.breaks);
      position = captureStart = captureEnd = fold.position;
    } else {
      position++;
      if (ch !== 32 && ch !== 9) captureEnd = position;
    }
  }
  return result + input.slice(captureStart, end);
}
function getBlockValue(input, start, end, indent, chomping, folded) {
  const textIndent = indent < 0 ? 0 : indent;
  const region = input.slice(start, end).replace(/\r\n?/g, "\n");
  const lines = region === "" ? [] : (region.endsWith("\n") ? region.slice(0, -1) : region).split("\n");
  let result = "";
  let didReadContent = false;
  let emptyLines = 0;
  let atMoreIndented = false;
  for (const line of lines) {
    let column = 0;
    while (column < textIndent && line.charCodeAt(column) === 32) column++;
    if (indent < 0 || column >= line.length) {
      emptyLines++;
      continue;
    }
    const content = line.slice(textIndent);
    const first = content.charCodeAt(0);
    if (folded) {
      if (first === 32 || first === 9) {
        atMoreIndented = true;
        result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
      } else if (atMoreIndented) {
        atMoreIndented = false;
        result += "\n".repeat(emptyLines + 1);
      } else if (emptyLines === 0) {
        if (didReadContent) result += " ";
      } else result += "\n".repeat(emptyLines);
    } else result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
    result += content;
    didReadContent = true;
    emptyLines = 0;
  }
  if (chomping === CHOMPING_MODE.KEEP) result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
  else if (chomping !== CHOMPING_MODE.STRIP) {
    if (didReadContent) result += "\n";
  }
  return result;
}
function getScalarValue(input, scalar2) {
  if (scalar2.valueStart === NO_RANGE$3) return "";
  const { valueStart, valueEnd } = scalar2;
  if (scalar2.fast) return input.slice(valueStart, valueEnd);
  switch (scalar2.style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
      return getSingleQuotedValue(input, valueStart, valueEnd);
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return getDoubleQuotedValue(input, valueStart, valueEnd);
    case SCALAR_STYLE.LITERAL_BLOCK:
      return getBlockValue(input, valueStart, valueEnd, scalar2.indent, scalar2.chomping, false);
    case SCALAR_STYLE.FOLDED_BLOCK:
      return getBlockValue(input, valueStart, valueEnd, scalar2.indent, scalar2.chomping, true);
    default:
      return getPlainValue(input, valueStart, valueEnd);
  }
}
var DEFAULT_TAG_HANDLERS = Object.assign(/* @__PURE__ */ Object.create(null), {
  "!": "!",
  "!!": "tag:yaml.org,2002:"
});
var TAG_SUFFIX_CHARS = "-#;/?:@&=+$_.~*'()";
var TAG_URI_CHARS = TAG_SUFFIX_CHARS + "!,[]";
var DEFAULT_CONSTRUCTOR_OPTIONS = {
  filename: "",
  schema: CORE_SCHEMA,
  json: false,
  maxTotalMergeKeys: 1e4,
  maxAliases: -1
};
var NO_RANGE$1 = -1;
var HAS_OWN = Object.prototype.hasOwnProperty;
var CONTEXT_FLOW_IN = 1;
var CONTEXT_FLOW_OUT = 2;
var CONTEXT_BLOCK_IN = 3;
var CONTEXT_BLOCK_OUT = 4;
var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
var DEFAULT_PARSER_OPTIONS = {
  filename: "",
  maxDepth: 100
};
function addDocumentEvent(state, explicitStart, explicitEnd) {
  state.events.push({
    type: EVENT_ID.DOCUMENT,
    explicitStart,
    explicitEnd,
    directives: state.directives
  });
}
function addSequenceEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
  state.events.push({
    type: EVENT_ID.SEQUENCE,
    start,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style
  });
}
function addMappingEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
  state.events.push({
    type: EVENT_ID.MAPPING,
    start,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style
  });
}
function insertFlowPairMappingEvent(state, snapshot) {
  state.events.splice(snapshot.eventsLength, 0, {
    type: EVENT_ID.MAPPING,
    start: snapshot.position,
    anchorStart: NO_RANGE$1,
    anchorEnd: NO_RANGE$1,
    tagStart: NO_RANGE$1,
    tagEnd: NO_RANGE$1,
    style: COLLECTION_STYLE.FLOW
  });
}
function addScalarEvent(state, valueStart, valueEnd, anchorStart, anchorEnd, tagStart, tagEnd, style, chomping = CHOMPING_MODE.CLIP, indent = -1, fast = false) {
  state.events.push({
    type: EVENT_ID.SCALAR,
    valueStart,
    valueEnd,
    anchorStart,
    anchorEnd,
    tagStart,
    tagEnd,
    style,
    chomping,
    indent,
    fast
  });
}
function addAliasEvent(state, anchorStart, anchorEnd) {
  state.events.push({
    type: EVENT_ID.ALIAS,
    anchorStart,
    anchorEnd
  });
}
function addPopEvent(state) {
  state.events.push({ type: EVENT_ID.POP });
}
function addEmptyScalarEvent(state) {
  addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, SCALAR_STYLE.PLAIN);
}
function emptyProperties() {
  return {
    anchorStart: NO_RANGE$1,
    anchorEnd: NO_RANGE$1,
    tagStart: NO_RANGE$1,
    tagEnd: NO_RANGE$1
  };
}
function snapshotState(state) {
  return {
    position: state.position,
    line: state.line,
    lineStart: state.lineStart,
    lineIndent: state.lineIndent,
    firstTabInLine: state.firstTabInLine,
    eventsLength: state.events.length
  };
}
function restoreState(state, snapshot) {
  state.position = snapshot.position;
  state.line = snapshot.line;
  state.lineStart = snapshot.lineStart;
  state.lineIndent = snapshot.lineIndent;
  state.firstTabInLine = snapshot.firstTabInLine;
  state.events.length = snapshot.eventsLength;
}
function throwError(state, message2) {
  YAMLException.throwAt(state.input.slice(0, state.length), state.position, message2, state.filename);
}
function isEol(c) {
  return c === 10 || c === 13;
}
function isWhiteSpace(c) {
  return c === 9 || c === 32;
}
function isWsOrEol(c) {
  return isWhiteSpace(c) || isEol(c);
}
function isWsOrEolOrEnd(c) {
  return c === 0 || isWsOrEol(c);
}
function isFlowIndicator(c) {
  return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
}
function fromDecimalCode(c) {
  return c >= 48 && c <= 57 ? c - 48 : -1;
}
function fromHexCode(c) {
  if (c >= 48 && c <= 57) return c - 48;
  const lc = c | 32;
  if (lc >= 97 && lc <= 102) return lc - 97 + 10;
  return -1;
}
function escapedHexLen(c) {
  if (c === 120) return 2;
  if (c === 117) return 4;
  if (c === 85) return 8;
  return 0;
}
function isSimpleEscape(c) {
  return c === 48 || c === 97 || c === 98 || c === 116 || c === 9 || c === 110 || c === 118 || c === 102 || c === 114 || c === 101 || c === 32 || c === 34 || c === 47 || c === 92 || c === 78 || c === 95 || c === 76 || c === 80;
}
function consumeLineBreak(state) {
  if (state.input.charCodeAt(state.position) === 10) state.position++;
  else {
    state.position++;
    if (state.input.charCodeAt(state.position) === 10) state.position++;
  }
  state.line++;
  state.lineStart = state.position;
  state.lineIndent = 0;
  state.firstTabInLine = -1;
}
function skipSeparationSpace(state, allowComments) {
  let lineBreaks = 0;
  let ch = state.input.charCodeAt(state.position);
  let hasSeparation = state.position === state.lineStart || isWsOrEol(state.input.charCodeAt(state.position - 1));
  while (ch !== 0) {
    while (isWhiteSpace(ch)) {
      hasSeparation = true;
      if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
      ch = state.input.charCodeAt(++state.position);
    }
    if (allowComments && hasSeparation && ch === 35) do
      ch = state.input.charCodeAt(++state.position);
    while (!isEol(ch) && ch !== 0);
    if (!isEol(ch)) break;
    consumeLineBreak(state);
    lineBreaks++;
    hasSeparation = true;
    ch = state.input.charCodeAt(state.position);
    while (ch === 32) {
      state.lineIndent++;
      ch = state.input.charCodeAt(++state.position);
    }
  }
  return lineBreaks;
}
function testDocumentSeparator(state, position = state.position) {
  const ch = state.input.charCodeAt(position);
  if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(position + 1) && ch === state.input.charCodeAt(position + 2)) {
    const following = state.input.charCodeAt(position + 3);
    return following === 0 || isWsOrEol(following);
  }
  return false;
}
function skipByteOrderMark(state) {
  if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 65279) {
    state.position++;
    state.lineStart = state.position;
  }
}
function testDocumentBoundary(state) {
  if (state.position !== state.lineStart) return false;
  if (testDocumentSeparator(state)) return true;
  if (state.input.charCodeAt(state.position) !== 65279) return false;
  const snapshot = snapshotState(state);
  skipByteOrderMark(state);
  skipSeparationSpace(state, true);
  const ch = state.input.charCodeAt(state.position);
  const result = state.position === state.lineStart && (ch === 37 || ch === 45 && testDocumentSeparator(state));
  restoreState(state, snapshot);
  return result;
}
function skipUntilLineEnd(state) {
  let ch = state.input.charCodeAt(state.position);
  while (ch !== 0 && !isEol(ch)) ch = state.input.charCodeAt(++state.position);
}
function checkPrintable(state, start, end) {
  const match2 = PATTERN_NON_PRINTABLE.exec(state.input.slice(start, end));
  if (match2 !== null) {
    state.position = start + match2.index + match2[0].length - 1;
    throwError(state, "the stream contains non-printable characters");
  }
}
function readTagProperty(state, props, inFlow) {
  if (state.input.charCodeAt(state.position) !== 33) return false;
  if (props.tagStart !== NO_RANGE$1) throwError(state, "duplication of a tag property");
  const start = state.position;
  let isVerbatim = false;
  let isNamed = false;
  let tagHandle = "!";
  let ch = state.input.charCodeAt(++state.position);
  if (ch === 60) {
    isVerbatim = true;
    ch = state.input.charCodeAt(++state.position);
  } else if (ch === 33) {
    isNamed = true;
    tagHandle = "!!";
    ch = state.input.charCodeAt(++state.position);
  }
  let suffixStart = state.position;
  let tagName;
  if (isVerbatim) {
    while (ch !== 0 && ch !== 62) ch = state.input.charCodeAt(++state.position);
    if (ch !== 62) throwError(state, "unexpected end of the stream within a verbatim tag");
    tagName = state.input.slice(suffixStart, state.position);
    state.position++;
  } else {
    while (ch !== 0 && !isWsOrEol(ch) && !(inFlow && isFlowIndicator(ch))) {
      if (ch === 33) {
        if (!isNamed) {
          tagHandle = state.input.slice(suffixStart - 1, state.position + 1);
          if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
          isNamed = true;
          suffixStart = state.position + 1;
        } else throwError(state, "tag suffix cannot contain exclamation marks");
      }
      ch = state.input.charCodeAt(++state.position);
    }
    tagName = state.input.slice(suffixStart, state.position);
    if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
  }
  if (tagName && !(isVerbatim ? PATTERN_TAG_URI.test(tagName) : PATTERN_TAG_SUFFIX.test(tagName))) throwError(state, `tag name cannot contain such characters: ${tagName}`);
  if (!isVerbatim && tagHandle !== "!" && tagHandle !== "!!" && !HAS_OWN.call(state.tagHandlers, tagHandle)) throwError(state, `undeclared tag handle "${tagHandle}"`);
  props.tagStart = start;
  props.tagEnd = state.position;
  return true;
}
function readAnchorProperty(state, props) {
  if (state.input.charCodeAt(state.position) !== 38) return false;
  if (props.anchorStart !== NO_RANGE$1) throwError(state, "duplication of an anchor property");
  state.position++;
  const start = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
  if (state.position === start) throwError(state, "name of an anchor node must contain at least one character");
  props.anchorStart = start;
  props.anchorEnd = state.position;
  return true;
}
function readAlias(state, props) {
  if (state.input.charCodeAt(state.position) !== 42) return false;
  if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) throwError(state, "alias node should not have any properties");
  state.position++;
  const start = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
  if (state.position === start) throwError(state, "name of an alias node must contain at least one character");
  addAliasEvent(state, start, state.position);
  return true;
}
function readFlowScalarBreak(state, nodeIndent) {
  skipSeparationSpace(state, false);
  if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readSingleQuotedScalar(state, nodeIndent, props) {
  if (state.input.charCodeAt(state.position) !== 39) return false;
  state.position++;
  const start = state.position;
  let simple = true;
  while (state.input.charCodeAt(state.position) !== 0) {
    const ch = state.input.charCodeAt(state.position);
    if (ch === 39) {
      if (state.input.charCodeAt(state.position + 1) === 39) {
        simple = false;
        state.position += 2;
        continue;
      }
      const end = state.position;
      state.position++;
      addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.SINGLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
      return true;
    }
    if (isEol(ch)) {
      simple = false;
      readFlowScalarBreak(state, nodeIndent);
    } else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
    else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
    else state.position++;
  }
  throwError(state, "unexpected end of the stream within a single quoted scalar");
}
function readDoubleQuotedScalar(state, nodeIndent, props) {
  if (state.input.charCodeAt(state.position) !== 34) return false;
  state.position++;
  const start = state.position;
  let simple = true;
  while (state.input.charCodeAt(state.position) !== 0) {
    const ch = state.input.charCodeAt(state.position);
    if (ch === 34) {
      const end = state.position;
      state.position++;
      addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.DOUBLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
      return true;
    }
    if (ch === 92) {
      simple = false;
      const escaped = state.input.charCodeAt(++state.position);
      if (isEol(escaped)) readFlowScalarBreak(state, nodeIndent);
      else if (isSimpleEscape(escaped)) state.position++;
      else {
        let hexLength = escapedHexLen(escaped);
        if (hexLength === 0) throwError(state, "unknown escape sequence");
        while (hexLength-- > 0) {
          state.position++;
          if (fromHexCode(state.input.charCodeAt(state.position)) < 0) throwError(state, "expected hexadecimal character");
        }
        state.position++;
      }
    } else if (isEol(ch)) {
      simple = false;
      readFlowScalarBreak(state, nodeIndent);
    } else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
    else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
    else state.position++;
  }
  throwError(state, "unexpected end of the stream within a double quoted scalar");
}
function readBlockScalar(state, parentIndent, props) {
  const ch = state.input.charCodeAt(state.position);
  let chomping = CHOMPING_MODE.CLIP;
  let indent = -1;
  let detectedIndent = false;
  if (ch !== 124 && ch !== 62) return false;
  const style = ch === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
  state.position++;
  while (state.input.charCodeAt(state.position) !== 0) {
    const current = state.input.charCodeAt(state.position);
    const digit2 = fromDecimalCode(current);
    if (current === 43 || current === 45) {
      if (chomping !== CHOMPING_MODE.CLIP) throwError(state, "repeat of a chomping mode identifier");
      chomping = current === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
      state.position++;
    } else if (digit2 >= 0) {
      if (digit2 === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
      if (detectedIndent) throwError(state, "repeat of an indentation width identifier");
      indent = parentIndent + digit2 - 1;
      detectedIndent = true;
      state.position++;
    } else break;
  }
  let hadWhitespace = false;
  while (isWhiteSpace(state.input.charCodeAt(state.position))) {
    hadWhitespace = true;
    state.position++;
  }
  if (hadWhitespace && state.input.charCodeAt(state.position) === 35) skipUntilLineEnd(state);
  if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
  else if (state.input.charCodeAt(state.position) !== 0) throwError(state, "a line break is expected");
  let contentIndent = detectedIndent ? indent : -1;
  let maxLeadingIndent = 0;
  const valueStart = state.position;
  let valueEnd = state.position;
  while (state.input.charCodeAt(state.position) !== 0) {
    const linePosition = state.position;
    let column = 0;
    while (state.input.charCodeAt(linePosition + column) === 32) column++;
    const first = state.input.charCodeAt(linePosition + column);
    if (first === 0) {
      if (contentIndent >= 0) {
        if (column > contentIndent) valueEnd = linePosition + column;
      } else if (column > 0) valueEnd = linePosition + column;
      break;
    }
    if (testDocumentBoundary(state)) break;
    if (!detectedIndent && contentIndent === -1 && isEol(first)) maxLeadingIndent = Math.max(maxLeadingIndent, column);
    if (!detectedIndent && contentIndent === -1 && !isEol(first)) {
      if (first === 9 && column < parentIndent) {
        state.position = linePosition + column;
        throwError(state, "tab characters must not be used in indentation");
      }
      if (column >= parentIndent && column < maxLeadingIndent) {
        state.position = linePosition + column;
        throwError(state, "bad indentation of a mapping entry");
      }
    }
    if (contentIndent === -1 && first !== 0 && !isEol(first) && column < parentIndent) {
      state.lineIndent = column;
      state.position = linePosition + column;
      break;
    }
    if (!detectedIndent && first !== 0 && !isEol(first) && contentIndent === -1) contentIndent = column;
    const requiredIndent = contentIndent === -1 ? parentIndent + 1 : contentIndent;
    if (first !== 0 && !isEol(first) && column < requiredIndent) {
      state.lineIndent = column;
      state.position = linePosition + column;
      break;
    }
    skipUntilLineEnd(state);
    valueEnd = state.position;
    if (isEol(state.input.charCodeAt(state.position))) {
      consumeLineBreak(state);
      valueEnd = state.position;
    }
  }
  checkPrintable(state, valueStart, valueEnd);
  addScalarEvent(state, valueStart, valueEnd, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, style, chomping, contentIndent);
  return true;
}
function canStartPlainScalar(state, nodeContext) {
  const ch = state.input.charCodeAt(state.position);
  const inFlow = nodeContext === CONTEXT_FLOW_IN;
  if (ch === 0 || isWsOrEol(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96 || isFlowIndicator(ch)) return false;
  if (ch === 63 || ch === 45) {
    const following = state.input.charCodeAt(state.position + 1);
    if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;
  }
  return true;
}
function readPlainScalar(state, nodeIndent, nodeContext, props) {
  if (!canStartPlainScalar(state, nodeContext)) return false;
  const start = state.position;
  let end = state.position;
  let ch = state.input.charCodeAt(state.position);
  const inFlow = nodeContext === CONTEXT_FLOW_IN;
  let multiline = false;
  while (ch !== 0) {
    if (testDocumentBoundary(state)) break;
    if (ch === 58) {
      const following = state.input.charCodeAt(state.position + 1);
      if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;
    } else if (ch === 35) {
      if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
    } else if (inFlow && isFlowIndicator(ch)) break;
    else if (isEol(ch)) {
      const savedPosition = state.position;
      const savedLine = state.line;
      const savedLineStart = state.lineStart;
      const savedLineIndent = state.lineIndent;
      skipSeparationSpace(state, false);
      if (state.lineIndent >= nodeIndent) {
        multiline = true;
        ch = state.input.charCodeAt(state.position);
        continue;
      }
      state.position = savedPosition;
      state.line = savedLine;
      state.lineStart = savedLineStart;
      state.lineIndent = savedLineIndent;
      break;
    }
    if (!isWhiteSpace(ch)) end = state.position + 1;
    ch = state.input.charCodeAt(++state.position);
  }
  if (end === start) return false;
  checkPrintable(state, start, end);
  addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN, CHOMPING_MODE.CLIP, -1, !multiline);
  return true;
}
function skipFlowSeparationSpace(state, nodeIndent) {
  const startLine = state.line;
  skipSeparationSpace(state, true);
  if (state.line > startLine && state.lineIndent < nodeIndent || state.firstTabInLine !== -1 && state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
}
function readFlowCollection(state, nodeIndent, props) {
  const ch = state.input.charCodeAt(state.position);
  const isMapping = ch === 123;
  const start = state.position;
  let readNext = true;
  if (ch !== 91 && ch !== 123) return false;
  const terminator = isMapping ? 125 : 93;
  if (isMapping) addMappingEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
  else addSequenceEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
  state.position++;
  while (state.input.charCodeAt(state.position) !== 0) {
    skipFlowSeparationSpace(state, nodeIndent);
    let ch2 = state.input.charCodeAt(state.position);
    if (ch2 === terminator) {
      state.position++;
      addPopEvent(state);
      return true;
    } else if (!readNext) throwError(state, "missed comma between flow collection entries");
    else if (ch2 === 44) throwError(state, "expected the node content, but found ','");
    let isPair = false;
    let isExplicitPair = false;
    if (ch2 === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))) {
      isPair = isExplicitPair = true;
      state.position += 1;
      skipFlowSeparationSpace(state, nodeIndent);
    }
    const entryLine = state.line;
    const entryStart = snapshotState(state);
    const keyWasRead = parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
    skipFlowSeparationSpace(state, nodeIndent);
    ch2 = state.input.charCodeAt(state.position);
    if ((isMapping || isExplicitPair || state.line === entryLine) && ch2 === 58) {
      isPair = true;
      state.position++;
      skipFlowSeparationSpace(state, nodeIndent);
      if (!isMapping) {
        insertFlowPairMappingEvent(state, entryStart);
        if (!keyWasRead) addEmptyScalarEvent(state);
      } else if (!keyWasRead) addEmptyScalarEvent(state);
      if (!parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true)) addEmptyScalarEvent(state);
      skipFlowSeparationSpace(state, nodeIndent);
      if (!isMapping) addPopEvent(state);
    } else if (isMapping && isPair) {
      if (!keyWasRead) addEmptyScalarEvent(state);
      addEmptyScalarEvent(state);
    } else if (isMapping) addEmptyScalarEvent(state);
    else if (isPair) {
      insertFlowPairMappingEvent(state, entryStart);
      if (!keyWasRead) addEmptyScalarEvent(state);
      addEmptyScalarEvent(state);
      addPopEvent(state);
    }
    ch2 = state.input.charCodeAt(state.position);
    if (ch2 === 44) {
      readNext = true;
      state.position++;
    } else readNext = false;
  }
  throwError(state, "unexpected end of the stream within a flow collection");
}
function readBlockSequence(state, nodeIndent, props) {
  if (state.firstTabInLine !== -1 || state.input.charCodeAt(state.position) !== 45 || !isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) return false;
  addSequenceEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
  while (state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) {
    if (state.firstTabInLine !== -1) {
      state.position = state.firstTabInLine;
      throwError(state, "tab characters must not be used in indentation");
    }
    const entryLine = state.line;
    state.position++;
    const hadBreak = skipSeparationSpace(state, true) > 0;
    if (state.firstTabInLine !== -1 && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
    if (hadBreak && state.lineIndent <= nodeIndent) addEmptyScalarEvent(state);
    else parseNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
    skipSeparationSpace(state, true);
    if (state.lineIndent < nodeIndent || state.position >= state.length) break;
    if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a sequence entry");
    if (state.line === entryLine && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
  }
  addPopEvent(state);
  return true;
}
function readBlockMapping(state, nodeIndent, flowIndent, props) {
  let atExplicitKey = false;
  let detected = false;
  let mappingOpened = false;
  let pendingExplicitKey = false;
  if (state.firstTabInLine !== -1) return false;
  let ch = state.input.charCodeAt(state.position);
  while (ch !== 0) {
    if (!atExplicitKey && state.firstTabInLine !== -1) {
      state.position = state.firstTabInLine;
      throwError(state, "tab characters must not be used in indentation");
    }
    const following = state.input.charCodeAt(state.position + 1);
    const entryLine = state.line;
    if ((ch === 63 || ch === 58) && isWsOrEolOrEnd(following)) {
      if (!mappingOpened) {
        addMappingEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
        mappingOpened = true;
      }
      if (ch === 63) {
        if (atExplicitKey) addEmptyScalarEvent(state);
        detected = true;
        atExplicitKey = true;
      } else if (atExplicitKey) atExplicitKey = false;
      else {
        addEmptyScalarEvent(state);
        detected = true;
        atExplicitKey = false;
      }
      state.position += 1;
      pendingExplicitKey = true;
    } else {
      if (atExplicitKey) {
        addEmptyScalarEvent(state);
        atExplicitKey = false;
      }
      const beforeKey = snapshotState(state);
      if (!parseNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
      if (state.line === entryLine) {
        ch = state.input.charCodeAt(state.position);
        while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
        if (ch === 58) {
          ch = state.input.charCodeAt(++state.position);
          if (!isWsOrEolOrEnd(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
          if (!mappingOpened) {
            state.events.splice(beforeKey.eventsLength, 0, {
              type: EVENT_ID.MAPPING,
              start: beforeKey.position,
              anchorStart: props.anchorStart,
              anchorEnd: props.anchorEnd,
              tagStart: props.tagStart,
              tagEnd: props.tagEnd,
              style: COLLECTION_STYLE.BLOCK
            });
            mappingOpened = true;
          }
          detected = true;
          atExplicitKey = false;
          pendingExplicitKey = false;
        } else if (detected) throwError(state, "expected ':' after a mapping key");
        else {
          if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
            restoreState(state, beforeKey);
            return false;
          }
          return true;
        }
      } else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
      else {
        if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
          restoreState(state, beforeKey);
          return false;
        }
        return true;
      }
    }
    if (parseNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, pendingExplicitKey)) pendingExplicitKey = false;
    if (!atExplicitKey) {
      if (pendingExplicitKey) {
        addEmptyScalarEvent(state);
        pendingExplicitKey = false;
      }
    }
    skipSeparationSpace(state, true);
    ch = state.input.charCodeAt(state.position);
    if ((state.line === entryLine || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
    else if (state.lineIndent < nodeIndent) break;
  }
  if (!detected) return false;
  if (atExplicitKey) addEmptyScalarEvent(state);
  if (mappingOpened) addPopEvent(state);
  return true;
}
function parseNode(state, parentIndent, nodeContext, allowToSeek, allowCompact, allowPropertyMapping = true) {
  if (state.depth >= state.maxDepth) throwError(state, `nesting exceeded maxDepth (${state.maxDepth})`);
  state.depth++;
  let indentStatus = 1;
  let atNewLine = false;
  let hasContent = false;
  let propertyStart = null;
  const props = emptyProperties();
  let allowBlockScalars = nodeContext === CONTEXT_BLOCK_OUT || nodeContext === CONTEXT_BLOCK_IN;
  let allowBlockCollections = allowBlockScalars;
  const allowBlockStyles = allowBlockScalars;
  if (allowToSeek && skipSeparationSpace(state, true)) {
    atNewLine = true;
    if (state.lineIndent > parentIndent) indentStatus = 1;
    else if (state.lineIndent === parentIndent) indentStatus = 0;
    else indentStatus = -1;
  }
  if (indentStatus === 1) while (true) {
    const ch = state.input.charCodeAt(state.position);
    const propertyState = snapshotState(state);
    if (atNewLine && indentStatus !== 1 && (ch === 33 || ch === 38)) break;
    if (atNewLine && allowBlockStyles && (props.tagStart !== NO_RANGE$1 || props.anchorStart !== NO_RANGE$1) && (ch === 33 || ch === 38)) {
      const fallbackState = snapshotState(state);
      const flowIndent = parentIndent + 1;
      if (readBlockMapping(state, state.position - state.lineStart, flowIndent, props) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) {
        state.depth--;
        return true;
      }
      restoreState(state, fallbackState);
    }
    if (atNewLine && (ch === 33 && props.tagStart !== NO_RANGE$1 || ch === 38 && props.anchorStart !== NO_RANGE$1)) break;
    if (!readTagProperty(state, props, nodeContext === CONTEXT_FLOW_IN) && !readAnchorProperty(state, props)) break;
    if (propertyStart === null) propertyStart = propertyState;
    if (skipSeparationSpace(state, true)) {
      atNewLine = true;
      allowBlockCollections = allowBlockStyles;
      if (state.lineIndent > parentIndent) indentStatus = 1;
      else if (state.lineIndent === parentIndent) indentStatus = 0;
      else indentStatus = -1;
    } else allowBlockCollections = false;
  }
  if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
  if (indentStatus === 1 || nodeContext === CONTEXT_BLOCK_OUT) {
    const flowIndent = nodeContext === CONTEXT_FLOW_IN || nodeContext === CONTEXT_FLOW_OUT ? parentIndent : parentIndent + 1;
    const blockIndent = state.position - state.lineStart;
    if (indentStatus === 1) {
      if (allowBlockCollections && (readBlockSequence(state, blockIndent, props) || readBlockMapping(state, blockIndent, flowIndent, props)) || readFlowCollection(state, flowIndent, props)) hasContent = true;
      else {
        const ch = state.input.charCodeAt(state.position);
        if (propertyStart !== null && allowPropertyMapping && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62) {
          const fallbackState = snapshotState(state);
          const propertyIndent = propertyStart.position - propertyStart.lineStart;
          restoreState(state, propertyStart);
          if (readBlockMapping(state, propertyIndent, flowIndent, emptyProperties()) && state.events[fallbackState.eventsLength]?.type === EVENT_ID.MAPPING) hasContent = true;
          else restoreState(state, fallbackState);
        }
        if (!hasContent && (allowBlockScalars && readBlockScalar(state, flowIndent, props) || readSingleQuotedScalar(state, flowIndent, props) || readDoubleQuotedScalar(state, flowIndent, props) || readAlias(state, props) || readPlainScalar(state, flowIndent, nodeContext, props))) hasContent = true;
      }
    } else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent, props);
  }
  allowBlockScalars = allowBlockScalars && !hasContent;
  if (!hasContent && (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1 || allowBlockScalars)) {
    addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN);
    hasContent = true;
  }
  state.depth--;
  return hasContent || props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1;
}
function readDirective(state) {
  if (state.lineIndent > 0 || state.input.charCodeAt(state.position) !== 37) return false;
  state.position++;
  const nameStart = state.position;
  while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
  const name = state.input.slice(nameStart, state.position);
  const args = [];
  if (name.length === 0) throwError(state, "directive name must not be less than one character in length");
  while (state.input.charCodeAt(state.position) !== 0 && !isEol(state.input.charCodeAt(state.position))) {
    while (isWhiteSpace(state.input.charCodeAt(state.position))) state.position++;
    if (state.input.charCodeAt(state.position) === 35 || isEol(state.input.charCodeAt(state.position)) || state.input.charCodeAt(state.position) === 0) break;
    const start = state.position;
    while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
    args.push(state.input.slice(start, state.position));
  }
  if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
  if (name === "YAML") {
    if (state.directives.some((directive) => directive.kind === "yaml")) throwError(state, "duplication of %YAML directive");
    if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
    const match2 = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
    if (match2 === null) throwError(state, "ill-formed argument of the YAML directive");
    if (parseInt(match2[1], 10) !== 1) throwError(state, "unacceptable YAML version of the document");
    state.directives.push({
      kind: "yaml",
      version: args[0]
    });
  } else if (name === "TAG") {
    if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
    const [handle, prefix2] = args;
    if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
    if (HAS_OWN.call(state.tagHandlers, handle)) throwError(state, `there is a previously declared suffix for "${handle}" tag handle`);
    if (!PATTERN_TAG_PREFIX.test(prefix2)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
    state.tagHandlers[handle] = prefix2;
    state.directives.push({
      kind: "tag",
      handle,
      prefix: prefix2
    });
  }
  return true;
}
function readDocument(state) {
  state.directives = [];
  state.tagHandlers = /* @__PURE__ */ Object.create(null);
  let hasDirectives = false;
  skipSeparationSpace(state, true);
  while (readDirective(state)) {
    hasDirectives = true;
    skipSeparationSpace(state, true);
  }
  let explicitStart = false;
  let explicitEnd = false;
  let allowCompact = true;
  if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 3))) {
    explicitStart = true;
    const markerLine = state.line;
    state.position += 3;
    skipSeparationSpace(state, true);
    allowCompact = state.line > markerLine;
  } else if (hasDirectives) throwError(state, "directives end mark is expected");
  const documentEventIndex = state.events.length;
  if (!explicitStart && state.position === state.lineStart && state.input.charCodeAt(state.position) === 46 && testDocumentSeparator(state)) {
    state.position += 3;
    skipSeparationSpace(state, true);
    return;
  }
  addDocumentEvent(state, explicitStart, false);
  if (!parseNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, allowCompact, allowCompact)) addEmptyScalarEvent(state);
  skipSeparationSpace(state, true);
  if (state.position === state.lineStart && testDocumentSeparator(state)) {
    explicitEnd = state.input.charCodeAt(state.position) === 46;
    if (explicitEnd) {
      const markerLine = state.line;
      state.position += 3;
      skipSeparationSpace(state, true);
      if (state.line === markerLine && state.position < state.length) throwError(state, "end of the stream or a document separator is expected");
    }
  }
  const documentEvent = state.events[documentEventIndex];
  if (documentEvent?.type === EVENT_ID.DOCUMENT) documentEvent.explicitEnd = explicitEnd;
  addPopEvent(state);
  if (!explicitEnd && state.position < state.length && !testDocumentBoundary(state)) throwError(state, "end of the stream or a document separator is expected");
}
function parseEvents(input, options) {
  const length = input.length;
  const state = {
    ...DEFAULT_PARSER_OPTIONS,
    ...options,
    input: `${input}\0`,
    length,
    position: 0,
    line: 0,
    lineStart: 0,
    lineIndent: 0,
    firstTabInLine: -1,
    depth: 0,
    directives: [],
    tagHandlers: /* @__PURE__ */ Object.create(null),
    events: []
  };
  const nullpos = input.indexOf("\0");
  if (nullpos !== -1) YAMLException.throwAt(input, nullpos, "null byte is not allowed in input", state.filename);
  while (state.position < state.length) {
    skipByteOrderMark(state);
    skipSeparationSpace(state, true);
    if (state.position >= state.length) break;
    const documentStart = state.position;
    readDocument(state);
    if (state.position === documentStart)
      throwError(state, "can not read a document");
  }
  return state.events;
}
var DEFAULT_LOAD_OPTIONS = {
  ...DEFAULT_PARSER_OPTIONS,
  ...DEFAULT_CONSTRUCTOR_OPTIONS
};
function hasBit(mask, bit) {
  return (mask & 1 << bit) !== 0;
}
var DEFAULT_SCALAR_STYLE_RULES = {
  applyQuoteFlowKeysOption,
  doubleQuoteForInvisibles,
  doubleQuoteWhitespaceOnly,
  applyForceQuotesOption,
  tryLongOrMultilineAsBlock,
  quoteInvalidPlain,
  fallbackToDoubleQuoted
};
function _preferredQuotedStyle(layout) {
  if (layout.presenterOptions.quoteStyle === "single" && hasBit(layout.allowedStylesMask, SCALAR_STYLE.SINGLE_QUOTED)) return SCALAR_STYLE.SINGLE_QUOTED;
  return SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyQuoteFlowKeysOption(layout) {
  if (!layout.presenterOptions.quoteFlowKeys) return;
  if (!layout.isKey || !layout.flowOnly || layout.style !== SCALAR_STYLE.PLAIN) return;
  layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteForInvisibles(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function doubleQuoteWhitespaceOnly(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && /^\s+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
function applyForceQuotesOption(layout) {
  if (!layout.presenterOptions.forceQuotes) return;
  if (layout.isKey || layout.style !== SCALAR_STYLE.PLAIN) return;
  if (layout.node.tag !== layout.presenterOptions.schema.defaultScalarTag.tagName) return;
  layout.style = layout.node.value.includes("\n") ? SCALAR_STYLE.DOUBLE_QUOTED : _preferredQuotedStyle(layout);
}
function tryLongOrMultilineAsBlock(layout) {
  if (layout.style !== SCALAR_STYLE.PLAIN || layout.isKey) return;
  const value = layout.node.value;
  const multiline = value.indexOf("\n") !== -1;
  if (!hasBit(layout.allowedStylesMask, SCALAR_STYLE.LITERAL_BLOCK)) {
    if (multiline) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
    return;
  }
  const w = layout.presenterOptions.lineWidth;
  if (w === -1) {
    if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
    return;
  }
  const availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
  let position = 0;
  let shouldFold = false;
  while (position <= value.length) {
    let lineEnd2 = value.length;
    const nextLineBreak = value.indexOf("\n", position);
    if (nextLineBreak !== -1) lineEnd2 = nextLineBreak;
    const line = value.slice(position, lineEnd2);
    if (line.length > availableWidth && line[0] !== " " && / [^ \t]/.test(line)) shouldFold = true;
    if (nextLineBreak === -1) break;
    position = nextLineBreak + 1;
  }
  if (shouldFold) layout.style = SCALAR_STYLE.FOLDED_BLOCK;
  else if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
}
function quoteInvalidPlain(layout) {
  if (layout.style === SCALAR_STYLE.PLAIN && !hasBit(layout.allowedStylesMask, SCALAR_STYLE.PLAIN)) layout.style = _preferredQuotedStyle(layout);
}
function fallbackToDoubleQuoted(layout) {
  if (!hasBit(layout.allowedStylesMask, layout.style)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}
var SRC_C_PRINTABLE = "[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]";
var SRC_B_CHAR = "[\\n\\r]";
var SRC_C_BYTE_ORDER_MARK = "\\uFEFF";
var SRC_S_WHITE = "[ \\t]";
var SRC_NB_CHAR = `(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`;
var SRC_NS_CHAR = `(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`;
var SRC_NB_JSON = "[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]";
var SRC_C_INDICATOR = "[-?:,\\[\\]{}#&*!|>'\"%@`]";
var SRC_C_FLOW_INDICATOR = "[,\\[\\]{}]";
var SRC_NS_PLAIN_SAFE_FLOW_OUT = SRC_NS_CHAR;
var SRC_NS_PLAIN_SAFE_FLOW_IN = `(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`;
var SRC_NS_PLAIN_FIRST_FLOW_OUT = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`;
var SRC_NS_PLAIN_FIRST_FLOW_IN = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`;
var SRC_NS_PLAIN_CHAR_FLOW_OUT = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`;
var SRC_NS_PLAIN_CHAR_FLOW_IN = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`;
var SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_OUT = `${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_NS_PLAIN_ONE_LINE_FLOW_IN = `${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_OUT;
var SRC_NS_PLAIN_ONE_LINE_FLOW_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_IN;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT = `${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`;
var SRC_NS_PLAIN_MULTI_LINE_FLOW_IN = `${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`;
var NS_PLAIN_FLOW_OUT = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`, "u");
var NS_PLAIN_FLOW_IN = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`, "u");
var NS_PLAIN_BLOCK_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`, "u");
var NS_PLAIN_FLOW_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`, "u");
var NB_SINGLE_ONE_LINE = new RegExp(`^(?:${SRC_NB_JSON})*$`, "u");
var NB_SINGLE_MULTI_LINE = new RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`, "u");
var BLOCK_SCALAR_CONTENT = new RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`, "u");
var DEFAULT_PRESENTER_OPTIONS = {
  indent: 2,
  seqNoIndent: false,
  seqInlineFirst: true,
  lineWidth: 80,
  flowBracketPadding: false,
  flowSkipCommaSpace: false,
  flowSkipColonSpace: false,
  quoteFlowKeys: false,
  quoteStyle: "single",
  forceQuotes: false,
  scalarStyleRules: Object.keys(DEFAULT_SCALAR_STYLE_RULES).map((name) => Reflect.get(DEFAULT_SCALAR_STYLE_RULES, name)),
  tagBeforeAnchor: false
};
var DEFAULT_DUMP_OPTIONS = {
  ...DEFAULT_PRESENTER_OPTIONS,
  schema: DUMP_SCHEMA,
  skipInvalid: false,
  noRefs: false,
  flowLevel: -1,
  sortKeys: false,
  transform: () => {
  }
};
var EVENT_DOCUMENT = EVENT_ID.DOCUMENT;
var EVENT_SEQUENCE = EVENT_ID.SEQUENCE;
var EVENT_MAPPING = EVENT_ID.MAPPING;
var EVENT_SCALAR = EVENT_ID.SCALAR;
var EVENT_ALIAS = EVENT_ID.ALIAS;
var EVENT_POP = EVENT_ID.POP;
var SCALAR_STYLE_PLAIN = SCALAR_STYLE.PLAIN;
var SCALAR_STYLE_SINGLE_QUOTED = SCALAR_STYLE.SINGLE_QUOTED;
var SCALAR_STYLE_DOUBLE_QUOTED = SCALAR_STYLE.DOUBLE_QUOTED;
var SCALAR_STYLE_LITERAL_BLOCK = SCALAR_STYLE.LITERAL_BLOCK;
var SCALAR_STYLE_FOLDED_BLOCK = SCALAR_STYLE.FOLDED_BLOCK;
var COLLECTION_STYLE_BLOCK = COLLECTION_STYLE.BLOCK;
var COLLECTION_STYLE_FLOW = COLLECTION_STYLE.FLOW;
var CHOMPING_CLIP = CHOMPING_MODE.CLIP;
var CHOMPING_STRIP = CHOMPING_MODE.STRIP;
var CHOMPING_KEEP = CHOMPING_MODE.KEEP;

// src/source/joined-lines.ts
function joinLines(text5) {
  const scanner = { text: text5, blanks: [], at: 0, unclosed: null };
  while (scanner.at < text5.length && scanner.unclosed === null) scanLine(scanner);
  return { text: blanked(text5, scanner.blanks), unclosed: scanner.unclosed };
}
function blanked(text5, ranges2) {
  const parts = [];
  let from = 0;
  for (const [start, end] of ranges2) {
    parts.push(text5.slice(from, start), " ".repeat(end - start));
    from = end;
  }
  parts.push(text5.slice(from));
  return parts.join("");
}
function scanLine(scanner) {
  const { text: text5 } = scanner;
  const lineStart = scanner.at;
  let parent = -1;
  if (text5.startsWith("---", lineStart)) scanner.at += 3;
  for (; ; ) {
    skipSpaces(scanner);
    const start = scanner.at;
    const char = text5[start];
    if (char === void 0 || char === "\n" || char === "\r" || char === "#") return toNextLine(scanner);
    if ((char === "-" || char === "?" || char === ":") && isBlankAt(text5, start + 1)) {
      parent = char === ":" ? parent : start - lineStart;
      scanner.at += 1;
    } else if (char === "&" || char === "!") skipWord(scanner);
    else if (char === "|" || char === ">") return skipBlockScalar(scanner, parent);
    else {
      skipToken(scanner, char);
      if (scanner.unclosed !== null) return;
      skipSpaces(scanner);
      if (text5[scanner.at] !== ":") return toNextLine(scanner);
      parent = start - lineStart;
    }
  }
}
function skipToken(scanner, char) {
  if (char === '"' || char === "'") skipQuoted(scanner, char);
  else if (char === "[" || char === "{") skipFlow(scanner);
  else skipPlain(scanner);
}
function skipPlain(scanner) {
  const { text: text5 } = scanner;
  for (; scanner.at < text5.length && text5[scanner.at] !== "\n"; scanner.at += 1) {
    if (text5[scanner.at] === ":" && isBlankAt(text5, scanner.at + 1)) return;
    if (text5[scanner.at] === "#" && isBlankAt(text5, scanner.at - 1)) return;
  }
}
function skipQuoted(scanner, quote2) {
  const { text: text5 } = scanner;
  const start = scanner.at;
  const known2 = scanner.blanks.length;
  for (scanner.at += 1; scanner.at < text5.length; scanner.at += 1) {
    const char = text5[scanner.at];
    if (char === "\n" || char === "\r") scanner.blanks.push([scanner.at, scanner.at + 1]);
    else if (char === "\\" && quote2 === '"') scanner.at += text5[scanner.at + 1] === "\n" ? 0 : 1;
    else if (char === quote2 && quote2 === "'" && text5[scanner.at + 1] === "'") scanner.at += 1;
    else if (char === quote2) {
      scanner.at += 1;
      const isEnd = scanner.blanks.length === known2 || /[\s:,\]}]|$/y.test(text5.slice(scanner.at, scanner.at + 1));
      if (!isEnd) scanner.unclosed = start;
      return;
    }
  }
  scanner.unclosed = start;
}
function skipFlow(scanner) {
  const { text: text5 } = scanner;
  const opened2 = [];
  let atStart = true;
  while (scanner.at < text5.length) {
    const char = text5[scanner.at] ?? "";
    if (char === "#" && isBlankAt(text5, scanner.at - 1)) blankToLineEnd(scanner);
    else if ((char === '"' || char === "'") && atStart) {
      skipQuoted(scanner, char);
      if (scanner.unclosed !== null) return;
    } else {
      if (char === "[" || char === "{") opened2.push(scanner.at);
      if (char === "]" || char === "}") opened2.pop();
      if (char === "\n" || char === "\r" || char === "	") scanner.blanks.push([scanner.at, scanner.at + 1]);
      if (!/\s/.test(char)) atStart = "[{,:?".includes(char);
      scanner.at += 1;
    }
    if (opened2.length === 0) return;
  }
  scanner.unclosed = opened2.at(-1) ?? null;
}
function skipBlockScalar(scanner, parent) {
  const { text: text5 } = scanner;
  do
    toNextLine(scanner);
  while (scanner.at < text5.length && (isBlankLine(text5, scanner.at) || indentAt(text5, scanner.at) > parent));
}
function skipWord(scanner) {
  while (scanner.at < scanner.text.length && !isBlankAt(scanner.text, scanner.at)) scanner.at += 1;
}
function skipSpaces(scanner) {
  while (scanner.text[scanner.at] === " " || scanner.text[scanner.at] === "	") scanner.at += 1;
}
function toNextLine(scanner) {
  scanner.at = lineEnd(scanner.text, scanner.at) + 1;
}
function blankToLineEnd(scanner) {
  const end = lineEnd(scanner.text, scanner.at);
  scanner.blanks.push([scanner.at, end]);
  scanner.at = end;
}
function lineEnd(text5, from) {
  const end = text5.indexOf("\n", from);
  return end < 0 ? text5.length : end;
}
function indentAt(text5, lineStart) {
  let at = lineStart;
  while (text5[at] === " ") at += 1;
  return at - lineStart;
}
function isBlankLine(text5, lineStart) {
  return text5.slice(lineStart, lineEnd(text5, lineStart)).trim() === "";
}
function isBlankAt(text5, at) {
  return /^\s?$/.test(text5.charAt(at));
}

// src/source/moved-events.ts
function moveEvents(events, by) {
  const moved = (offset) => offset < 0 ? offset : offset + by;
  return events.map((event) => {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
      case EVENT_ID.POP:
        return event;
      case EVENT_ID.ALIAS:
        return { ...event, anchorStart: moved(event.anchorStart), anchorEnd: moved(event.anchorEnd) };
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        return { ...event, ...movedProperties(event, moved), start: moved(event.start) };
      case EVENT_ID.SCALAR:
        return {
          ...event,
          ...movedProperties(event, moved),
          valueStart: moved(event.valueStart),
          valueEnd: moved(event.valueEnd),
          fast: false
        };
      default:
        return event;
    }
  });
}
function movedProperties(event, moved) {
  return {
    anchorStart: moved(event.anchorStart),
    anchorEnd: moved(event.anchorEnd),
    tagStart: moved(event.tagStart),
    tagEnd: moved(event.tagEnd)
  };
}

// src/source/node-builder-state.ts
function fault(builder, message2, start, end, more = {}) {
  builder.faults.push({ code: "yaml-syntax", message: message2, start, end, rival: null, ...more });
}

// src/source/quoted.ts
function quoted(found) {
  const line = found.replace(new RegExp("\\p{Cc}", "gu"), " ").trim();
  const shown = line.length > 40 ? `${line.slice(0, 40)}\u2026` : line;
  return shown.includes("'") && !shown.includes('"') ? `"${shown}"` : `'${shown}'`;
}

// src/source/alias-event.ts
var MAX_REPEATED_VALUES = 1e5;
function readAlias2(builder, event) {
  const start = event.anchorStart - 1;
  const end = event.anchorEnd;
  const name = builder.text.slice(event.anchorStart, end);
  const anchor = builder.anchors.get(name);
  builder.cursor = end;
  if (anchor === void 0) {
    const star = "if a star is meant, put the value in quotes";
    fault(
      builder,
      `alias ${quoted(`*${name}`)} has no anchor of that name before it in this document; ${star}`,
      start,
      end
    );
  } else if (anchor.node === null) {
    fault(builder, `alias ${quoted(`*${name}`)} stands inside the value that it repeats`, start, end);
  } else {
    const before2 = builder.repeated;
    builder.repeated += anchor.values;
    if (builder.repeated <= MAX_REPEATED_VALUES) {
      builder.values += anchor.values - 1;
      return anchor.node;
    }
    if (before2 <= MAX_REPEATED_VALUES) {
      const message2 = `with ${quoted(`*${name}`)} aliases repeat more than ${MAX_REPEATED_VALUES} values: write some out`;
      fault(builder, message2, start, end, { code: "too-large" });
    }
  }
  return { kind: "scalar", text: "", type: "null", start, end };
}

// src/source/duplicate-keys.ts
var FEW = 16;
function faultDuplicateKeys(builder, pairs) {
  const firstOf3 = pairs.length > FEW ? firstByText(pairs) : null;
  for (let index = 1; index < pairs.length; index += 1) {
    const key2 = pairs[index]?.key;
    const first = key2 && (firstOf3 === null ? firstAmong(pairs, key2, index) : firstOf3.get(key2.text));
    if (key2 === void 0 || first === void 0 || first === key2) continue;
    const message2 = `key ${quoted(key2.text)} is given twice in one mapping: keep one of them`;
    fault(builder, message2, key2.start, key2.end, { rival: first.start });
  }
}
function firstAmong(pairs, key2, end) {
  for (let index = 0; index < end; index += 1) {
    const first = pairs[index]?.key;
    if (first?.text === key2.text) return first;
  }
  return void 0;
}
function firstByText(pairs) {
  const firsts = /* @__PURE__ */ new Map();
  for (const { key: key2 } of pairs) if (!firsts.has(key2.text)) firsts.set(key2.text, key2);
  return firsts;
}

// src/source/event-places.ts
function afterIndicator(text5, from, indicator) {
  const at = skipBlanks(text5, from);
  return text5[at] === indicator ? at + 1 : from;
}
function afterBracket(text5, from, bracket) {
  let at = skipBlanks(text5, from);
  while (at < text5.length && text5[at] !== bracket) at = skipBlanks(text5, at + 1);
  return Math.min(at + 1, text5.length);
}
function blockHeader(text5, from, bodyStart) {
  const lineStart = text5.lastIndexOf("\n", bodyStart - 2) + 1;
  for (let at = Math.max(from, lineStart); at < bodyStart; at += 1) {
    if (text5[at] === "|" || text5[at] === ">") return at;
  }
  return bodyStart;
}
function trimmedEnd(text5, start, end) {
  let at = end;
  while (at > start && isBlank2(text5.charCodeAt(at - 1))) at -= 1;
  return at;
}
function skipBlanks(text5, from) {
  let at = from;
  while (at < text5.length) {
    if (isBlank2(text5.charCodeAt(at))) at += 1;
    else if (text5[at] === "#" && (at === 0 || isBlank2(text5.charCodeAt(at - 1)))) {
      const lineEnd2 = text5.indexOf("\n", at);
      at = lineEnd2 < 0 ? text5.length : lineEnd2;
    } else break;
  }
  return at;
}
function isBlank2(code2) {
  return code2 === 32 || code2 === 10 || code2 === 13 || code2 === 9;
}

// src/source/merge-keys.ts
function mergePairs(own2, sources) {
  const mappings = [];
  for (const source of sources) {
    for (const item of source.kind === "sequence" ? source.items : [source]) {
      if (item.kind !== "mapping") return null;
      mappings.push(item);
    }
  }
  const known2 = new Set(own2.map((pair2) => pair2.key.text));
  const pairs = [...own2];
  for (const mapping of mappings) {
    for (const pair2 of mapping.pairs) {
      if (known2.has(pair2.key.text)) continue;
      known2.add(pair2.key.text);
      pairs.push(pair2);
    }
  }
  return pairs;
}

// src/source/scalar-event.ts
function readScalar(builder, event, emptyAt) {
  const { text: text5 } = builder;
  if (event.valueStart < 0) {
    const place = Math.max(emptyAt, event.anchorEnd, event.tagEnd);
    builder.cursor = place;
    return {
      kind: "scalar",
      text: "",
      type: tagType(builder, event) ?? "null",
      start: place,
      end: place
    };
  }
  let start = event.valueStart;
  let end = event.valueEnd;
  let type = "string";
  const value = event.fast ? text5.slice(start, end) : getScalarValue(text5, event);
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      type = typeOfPlain(value);
      builder.cursor = end;
      break;
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      start -= 1;
      end += 1;
      builder.cursor = end;
      break;
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK:
      builder.cursor = end;
      start = blockHeader(text5, Math.max(emptyAt, event.anchorEnd, event.tagEnd), start);
      end = trimmedEnd(text5, start, end);
      break;
    default:
      event.style;
  }
  if (event.tagStart >= 0) type = tagType(builder, event) ?? type;
  return { kind: "scalar", text: value, type, start, end };
}
function tagType(builder, event) {
  if (event.tagStart < 0) return null;
  switch (builder.text.slice(event.tagStart, event.tagEnd)) {
    case "!!int":
      return "integer";
    case "!!float":
      return "float";
    case "!!bool":
      return "boolean";
    case "!!null":
      return "null";
    default:
      return "string";
  }
}

// src/source/node-builder.ts
function buildNodes(text5, events, from) {
  const roots = [];
  const builder = {
    text: text5,
    events,
    faults: [],
    anchors: /* @__PURE__ */ new Map(),
    at: 0,
    cursor: from,
    values: 0,
    repeated: 0
  };
  while (builder.at < events.length) {
    builder.at += 1;
    builder.anchors = /* @__PURE__ */ new Map();
    builder.values = 0;
    builder.repeated = 0;
    const known2 = builder.faults.length;
    const root = readNode2(builder, builder.cursor);
    builder.at += 1;
    const isEmpty2 = root.kind === "scalar" && root.start === root.end;
    if (!isEmpty2 && builder.faults.length === known2) roots.push(root);
  }
  return { roots, faults: builder.faults };
}
function readNode2(builder, emptyAt) {
  const event = builder.events[builder.at++];
  builder.values += 1;
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return event.anchorStart < 0 ? readScalar(builder, event, emptyAt) : anchored(builder, event, emptyAt);
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.anchorStart < 0 ? readCollection(builder, event) : anchored(builder, event, emptyAt);
    case EVENT_ID.ALIAS:
      return readAlias2(builder, event);
    default:
      throw new Error(`js-yaml's events end or close where a value belongs (event ${builder.at - 1})`);
  }
}
function anchored(builder, event, emptyAt) {
  const anchor = { node: null, values: builder.values };
  builder.anchors.set(builder.text.slice(event.anchorStart, event.anchorEnd), anchor);
  const node = event.type === EVENT_ID.SCALAR ? readScalar(builder, event, emptyAt) : readCollection(builder, event);
  anchor.node = node;
  anchor.values = builder.values - anchor.values + 1;
  return node;
}
function readCollection(builder, event) {
  return event.type === EVENT_ID.MAPPING ? readMapping(builder, event) : readSequence(builder, event);
}
function readSequence(builder, event) {
  const { text: text5, events } = builder;
  const isFlow = event.style === COLLECTION_STYLE.FLOW;
  const items = [];
  let end = event.start + 1;
  builder.cursor = isFlow ? event.start + 1 : event.start;
  while (events[builder.at]?.type !== EVENT_ID.POP) {
    const item = readNode2(builder, isFlow ? builder.cursor : afterIndicator(text5, builder.cursor, "-"));
    items.push(item);
    end = builder.cursor;
  }
  builder.at += 1;
  if (isFlow) builder.cursor = end = afterBracket(text5, builder.cursor, "]");
  else end = trimmedEnd(text5, event.start, end);
  return { kind: "sequence", items, start: event.start, end };
}
function readMapping(builder, event) {
  const { text: text5, events } = builder;
  const isFlow = event.style === COLLECTION_STYLE.FLOW;
  const isBraced = isFlow && text5[event.start] === "{";
  const own2 = [];
  const merged = [];
  builder.cursor = isBraced ? event.start + 1 : event.start;
  while (events[builder.at]?.type !== EVENT_ID.POP) {
    const keyEvent = events[builder.at];
    const key2 = readNode2(builder, builder.cursor);
    const afterColon = afterIndicator(text5, builder.cursor, ":");
    const value = readNode2(builder, afterColon);
    if (key2.kind !== "scalar") {
      fault(builder, `a ${key2.kind} is used as a key; a manifest's keys are plain words`, key2.start, key2.end);
    } else if (key2.type === "null") {
      fault(builder, `a key is empty; expected a word before the ':'`, afterColon - 1, afterColon);
    } else if (key2.text === "<<" && keyEvent?.type === EVENT_ID.SCALAR && keyEvent.style === SCALAR_STYLE.PLAIN) {
      merged.push(value);
    } else own2.push({ key: key2, value });
  }
  builder.at += 1;
  if (isBraced) builder.cursor = afterBracket(text5, builder.cursor, "}");
  const end = trimmedEnd(text5, event.start, builder.cursor);
  const [first] = own2;
  if (isFlow && !isBraced && first !== void 0 && isOneWord(text5, first)) {
    return { ...first.key, text: text5.slice(first.key.start, first.value.end), type: "string", end: first.value.end };
  }
  faultDuplicateKeys(builder, own2);
  const pairs = merged.length === 0 ? own2 : mergePairs(own2, merged);
  if (pairs === null) {
    fault(builder, `'<<' merges a value that is no mapping; give it an alias to a mapping`, event.start, end);
  }
  return { kind: "mapping", pairs: pairs ?? own2, start: event.start, end };
}
function isOneWord(text5, { key: key2, value }) {
  const isEmpty2 = value.kind === "scalar" && value.start === value.end;
  return isEmpty2 && !`"'`.includes(text5.charAt(key2.start)) && ",]}".includes(text5.charAt(value.end));
}

// src/source/split-documents.ts
function splitDocuments(text5) {
  const ranges2 = [];
  let start = 0;
  for (const marker of text5.matchAll(/^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm)) {
    if (marker.index > start) ranges2.push({ start, end: marker.index });
    start = marker[0] === "..." ? marker.index + marker[0].length : marker.index;
  }
  ranges2.push({ start, end: text5.length });
  return ranges2;
}

// src/source/tab-faults.ts
function tabFaults(text5, range2, roots) {
  const faults = [];
  let from = range2.start;
  for (; ; ) {
    const at = text5.indexOf("	", from);
    if (at < 0 || at >= range2.end) return faults;
    from = nextWord(text5, at);
    if (!isBeforeWord(text5, at)) continue;
    const value = valueAround(text5, roots, at);
    if (value !== null) from = Math.max(value.end, from);
    else if (!isBlockScalar(text5, valueAround(text5, roots, lastWord(text5, at)))) {
      const message2 = "a tab stands where YAML allows only spaces: replace it with spaces";
      faults.push({ code: "yaml-syntax", message: message2, start: at, end: at + 1, rival: null });
    }
  }
}
function isBeforeWord(text5, tab) {
  return /^ *(?:[-?] +)*[-?]?$/.test(text5.slice(text5.lastIndexOf("\n", tab) + 1, tab));
}
function valueAround(text5, nodes, at) {
  for (const node of nodes) {
    if (at < node.start || at >= node.end) continue;
    if (node.kind === "scalar" || "[{".includes(text5.charAt(node.start))) return node;
    const value = valueAround(text5, childrenOf(node), at);
    if (value !== null) return value;
  }
  return null;
}
function childrenOf(node) {
  return node.kind === "sequence" ? node.items : node.pairs.flatMap(({ key: key2, value }) => [key2, value]);
}
function isBlockScalar(text5, node) {
  return node?.kind === "scalar" && "|>".includes(text5.charAt(node.start));
}
function nextWord(text5, from) {
  let at = from;
  while (at < text5.length && /\s/.test(text5.charAt(at))) at += 1;
  return at;
}
function lastWord(text5, from) {
  let at = from;
  while (at > 0 && /\s/.test(text5.charAt(at))) at -= 1;
  return at;
}

// src/source/yaml-diagnosis.ts
var import_yaml = __toESM(require_dist(), 1);

// src/source/structure-fault.ts
function explainStructure(text5, error, refusedAt) {
  const isTold = error.code === "MULTILINE_IMPLICIT_KEY" || error.code === "MISSING_CHAR";
  const lineStart = text5.lastIndexOf("\n", (isTold ? error.pos[0] : refusedAt) - 1) + 1;
  const [line = ""] = text5.slice(lineStart).split(/\r?\n/, 1);
  const indent = indentOf(line);
  const word = line.trim();
  const at = lineStart + indent;
  const above = openColumns(text5.slice(0, lineStart));
  if (/^\s*\t/.test(line)) {
    const tab = lineStart + line.indexOf("	");
    return { message: "a tab stands where YAML allows only spaces: replace it with spaces", at: tab };
  }
  const inner = /^(?:- +)*[^\s:#][^:#]*:\s+(?=\S)/.exec(word);
  if (inner !== null && error.pos[0] >= lineStart && /:\s|:$/.test(word.slice(inner[0].length))) {
    return { message: `a value without quotes cannot hold ': ': put it in quotes`, at: at + inner[0].length };
  }
  if (above.length > 0 && !above.includes(indent)) {
    return {
      message: `this line is indented by ${spaces(indent)}; expected ${listed(above)}, as the lines above are`,
      at
    };
  }
  if (!/:(?:\s|$)/.test(word) && !word.startsWith("- ")) {
    return { message: `expected 'key: value' with a blank after the colon, found ${quoted(word)}`, at };
  }
  if (word.startsWith("- ")) {
    return { message: "a list item stands among the keys of a mapping: indent it below its key", at };
  }
  return { message: `${quoted(word)} does not fit the lines above: check their indentation`, at };
}
function openColumns(text5) {
  const columns2 = [];
  for (const line of text5.split("\n")) {
    const word = line.trim();
    if (word === "" || word.startsWith("#") || word === "---") continue;
    const indent = indentOf(line);
    while ((columns2.at(-1) ?? -1) >= indent) columns2.pop();
    columns2.push(indent);
    for (const dash of line.matchAll(/(?<=^ *(?:- +)*)- +(?=[^#]*:(?:\s|$))/g))
      columns2.push(dash.index + dash[0].length);
  }
  return columns2;
}
function indentOf(line) {
  return /^ */.exec(line)?.[0].length ?? 0;
}
function listed(columns2) {
  const last = columns2.at(-1) ?? 0;
  return columns2.length > 1 ? `${columns2.slice(0, -1).join(", ")} or ${last}` : String(last);
}
function spaces(count2) {
  return count2 === 1 ? "1 space" : `${count2} spaces`;
}

// src/source/yaml-diagnosis.ts
var MAX_DIAGNOSED = 2e5;
var LOOK_AHEAD = 1e3;
function diagnose(text5, joined3, refusal2, shift) {
  const { message: message2, at, code: code2 } = explain2(text5, joined3, refusal2);
  return { code: code2 ?? "yaml-syntax", message: message2, start: at + shift, end: at + shift + 1, rival: null };
}
function explain2(text5, joined3, refusal2) {
  const at = Math.min(refusal2.mark?.position ?? 0, text5.length);
  if (refusal2.reason.startsWith("nesting exceeded")) {
    return { message: "the values are nested deeper than 100 levels, which no manifest needs", at, code: "too-large" };
  }
  const conflict = /^(?:<{7}|={7}|>{7})(?=[ \r\n]|$)/m.exec(text5);
  if (conflict !== null) {
    return { message: `'${conflict[0]}' marks a merge conflict: resolve it`, at: conflict.index };
  }
  if (joined3.unclosed !== null && joined3.unclosed <= at) return unclosed(text5, joined3.unclosed);
  const code2 = text5.charCodeAt(at);
  if (code2 < 32 && !/\s/.test(text5.charAt(at))) {
    const name = `U+${code2.toString(16).toUpperCase().padStart(4, "0")}`;
    return { message: `the control character ${name} cannot stand in YAML: remove it`, at };
  }
  const first = at > MAX_DIAGNOSED ? void 0 : firstError(joined3.text, at);
  return first === void 0 ? { message: refusal2.reason, at } : explainError(joined3.text, first, at);
}
function unclosed(text5, at) {
  const char = text5.charAt(at);
  const closing2 = { "[": "]", "{": "}" }[char] ?? char;
  return { message: `${quoted(char)} is opened here and not closed: expected ${quoted(closing2)} after the value`, at };
}
function firstError(text5, at) {
  const lineEnd2 = text5.indexOf("\n", at) + 1;
  const end = lineEnd2 > 0 ? Math.min(lineEnd2, at + LOOK_AHEAD) : at + LOOK_AHEAD;
  return (0, import_yaml.parseDocument)(text5.slice(0, end), { prettyErrors: false, logLevel: "error" }).errors[0];
}
function explainError(text5, error, refusedAt) {
  const at = error.pos[0];
  const char = text5.charAt(at);
  switch (error.code) {
    case "TAB_AS_INDENT":
      return { message: "a tab stands where YAML allows only spaces: replace it with spaces", at };
    case "BAD_SCALAR_START":
      return { message: `a value cannot start with ${quoted(char)}: put the value in quotes`, at };
    case "BAD_ALIAS":
      return { message: `'*' without quotes starts an alias, which needs a name; for a star write "*"`, at };
    case "ALIAS_PROPS":
      return { message: "an alias cannot have an anchor or a tag of its own: remove it", at };
    case "BAD_DQ_ESCAPE": {
      const escape2 = text5.slice(at, at + 2);
      const message2 = `${quoted(escape2)} is no escape in double quotes: write ${quoted(`\\${escape2}`)}, or use single quotes`;
      return { message: message2, at };
    }
    case "BLOCK_IN_FLOW":
      return {
        message: `a ',' is missing before this: it separates the values in brackets`,
        at: wordBefore(text5, refusedAt)
      };
    case "TAG_RESOLVE_FAILED":
      return {
        message: `the tag ${quoted(/^\S*/.exec(text5.slice(at, at + 100))?.[0] ?? "")} is not declared: remove it`,
        at
      };
    case "UNEXPECTED_TOKEN":
      return isFirstOnLine(text5, at) ? explainStructure(text5, error, at) : unexpected(text5, at);
    default:
      return explainStructure(text5, error, refusedAt);
  }
}
function unexpected(text5, at) {
  const char = text5.charAt(at);
  if (char === "]" || char === "}") return { message: `${quoted(char)} closes nothing: remove it`, at };
  if (char === ",") return { message: `a value is missing before this ','`, at };
  if (char === "-") return { message: `a list cannot begin on the line of its key: put '- \u2026' on the next line`, at };
  const header2 = /[|>][-+0-9]*\s*$/.exec(text5.slice(0, at));
  if (header2 !== null) {
    return { message: `the text of a '${header2[0].trim()}' block begins on the next line: move it there`, at };
  }
  const [rest = ""] = text5.slice(at, at + 100).split("\n", 1);
  return { message: `${quoted(rest)} follows the end of the value: put the whole value in one pair of quotes`, at };
}
function wordBefore(text5, at) {
  const word = text5[at] === ":" ? /(?:"[^"]*"|'[^']*'|[^\s,[{]+)\s*$/.exec(text5.slice(Math.max(0, at - 100), at)) : null;
  return word === null ? at : at - word[0].length;
}
function isFirstOnLine(text5, at) {
  return text5.slice(text5.lastIndexOf("\n", at - 1) + 1, at).trim() === "";
}

// src/source/yaml-reader.ts
var MAX_FAULTS = 100;
function readYaml(text5) {
  return firstFaults(readAll(text5) ?? readEach(text5));
}
function readAll(text5) {
  const events = parse(text5);
  if (events instanceof YAMLException) return null;
  const stream = buildNodes(text5, events, 0);
  return hasTabFaults(text5, stream) ? null : stream;
}
function readEach(text5) {
  const roots = [];
  const faults = [];
  for (const range2 of splitDocuments(text5)) {
    if (faults.length >= MAX_FAULTS) break;
    const stream = readDocument2(text5, range2);
    for (const root of stream.roots) roots.push(root);
    for (const fault2 of stream.faults) faults.push(fault2);
  }
  return { roots, faults };
}
function firstFaults(stream) {
  const last = stream.faults[MAX_FAULTS - 1];
  if (last === void 0) return stream;
  const more = { ...last, message: `this is fault ${MAX_FAULTS} of the file; what follows is left out` };
  return { roots: stream.roots, faults: [...stream.faults.slice(0, MAX_FAULTS - 1), more] };
}
function readDocument2(text5, { start, end }) {
  const part = text5.slice(start, end);
  const joined3 = joinLines(part);
  const strict2 = parse(part);
  const events = strict2 instanceof YAMLException ? parse(joined3.text) : strict2;
  if (events instanceof YAMLException) return { roots: [], faults: [diagnose(part, joined3, events, start)] };
  const stream = buildNodes(text5, moveEvents(events, start), start);
  const tabs = tabFaults(text5, { start, end }, stream.roots);
  return tabs.length === 0 ? stream : { roots: [], faults: [...stream.faults, ...tabs] };
}
function hasTabFaults(text5, stream) {
  return text5.includes("	") && tabFaults(text5, { start: 0, end: text5.length }, stream.roots).length > 0;
}
function parse(text5) {
  try {
    return parseEvents(text5, {});
  } catch (error) {
    if (error instanceof YAMLException) return error;
    throw error;
  }
}

// src/source/parsed-content.ts
function newManifestCache() {
  return { texts: /* @__PURE__ */ new Map(), contents: /* @__PURE__ */ new Map(), documents: /* @__PURE__ */ new Map() };
}
function parsedContent({ path: path2, content, text: text5 }, cache2) {
  const isWanted = isKustomizationPath(path2) || namesManifests(text5);
  const key2 = `${content} ${isWanted}`;
  const known2 = cache2.contents.get(key2);
  if (known2 !== void 0) return known2;
  const parsed = parse2(text5, isWanted);
  cache2.contents.set(key2, parsed);
  return parsed;
}
function parse2(text5, isWanted) {
  const lines = linesOf(text5);
  if (!isWanted && !text5.includes("\\")) return { lines, roots: [], faults: [], isUnrendered: false };
  const { roots, faults } = readYaml(text5);
  if (!isWanted) return { lines, roots, faults: [], isUnrendered: false };
  return { lines, roots, faults, isUnrendered: isUnrendered(text5, faults, readYaml) };
}
function namesManifests(text5) {
  return text5.includes("apiVersion") && text5.includes("kind");
}

// src/source/manifests.ts
function readManifests(files, { paths, kustomizations } = { paths: [], kustomizations: [] }, cache2 = newManifestCache()) {
  const charts = templateFolders(paths);
  const patches = new Set([...files, ...kustomizations].flatMap((file) => patchesNamedIn(file, cache2)));
  const documents = [];
  const problems = [];
  const unrendered = [];
  for (const file of files) {
    const { path: path2, text: text5 } = file;
    const isTemplate = hasActions(text5) && charts.some((folder) => path2.startsWith(folder));
    const content = isTemplate || patches.has(path2) ? null : parsedContent(file, cache2);
    if (content === null || content.isUnrendered) {
      unrendered.push(path2);
      continue;
    }
    for (const document of documentsOf(file, content, cache2)) documents.push(document);
    for (const problem of problemsOf(file, content)) problems.push(problem);
    if (isOverlay(file, content)) unrendered.push(path2);
  }
  return { documents, problems, unrendered, files: new Map(files.map(({ path: path2, content }) => [path2, content])) };
}
function patchesNamedIn(file, cache2) {
  if (!isKustomizationPath(file.path)) return [];
  return parsedContent(file, cache2).roots.flatMap((root) => patchPaths(file.path, root));
}
function isOverlay({ path: path2 }, { roots }) {
  return roots.some((root) => (isKustomizationPath(path2) || isKustomization(root)) && changesResources(root));
}
function documentsOf(file, content, cache2) {
  const { path: path2, text: text5 } = file;
  const key2 = `${file.content} ${path2}`;
  const known2 = cache2.documents.get(key2);
  if (known2 !== void 0) return known2;
  const roots = content.roots.filter((root) => !isKustomization(root)).flatMap(manifestRoots);
  const documents = roots.map((root) => ({ path: path2, text: text5, lines: content.lines, root }));
  cache2.documents.set(key2, documents);
  return documents;
}
function problemsOf({ path: path2 }, { lines, faults }) {
  return faults.map(({ code: code2, message: message2, start, end, rival }) => {
    const first = rival === null ? "" : `; the first is on line ${lines.positionOf(rival).line}`;
    return { code: code2, message: message2 + first, at: spanAt({ path: path2, lines }, start, end) };
  });
}

// src/source/tree.ts
var MAX_BYTES = 5 * 1024 * 1024;
function readTree(tree, options) {
  const cache2 = options.cache ?? newManifestCache();
  const isWanted = pathFilter(options.paths ?? []);
  const entries = tree.entries.toSorted((a, b) => a.path < b.path ? -1 : 1);
  const named2 = entries.filter(({ path: path2 }) => isManifestPath(path2) || isKustomizationPath(path2));
  const wanted = loadFiles(
    tree,
    named2.filter(({ path: path2 }) => isWanted(path2)),
    cache2
  );
  const others = loadFiles(
    tree,
    named2.filter(({ path: path2 }) => !isWanted(path2) && isKustomizationPath(path2)),
    cache2
  );
  const surroundings = { paths: entries.map(({ path: path2 }) => path2), kustomizations: others.files };
  const manifests = readManifests(wanted.files, surroundings, cache2);
  const templates = entries.filter(({ path: path2 }) => isTemplatePath(path2) && isWanted(path2)).map(({ path: path2 }) => path2);
  return {
    documents: manifests.documents,
    problems: [...wanted.problems, ...manifests.problems],
    unrendered: [...templates, ...manifests.unrendered].toSorted(),
    files: wanted.contents
  };
}
function tooLarge(bytes) {
  const found = (bytes / 1024 / 1024).toFixed(1);
  return {
    code: "too-large",
    message: `the file has ${found} MiB, and at most ${MAX_BYTES / 1024 / 1024} MiB are read: split it`
  };
}
function loadFiles(tree, entries, cache2) {
  const files = [];
  const problems = [];
  const contents = /* @__PURE__ */ new Map();
  const missing = entries.filter(({ content }) => content === null || !cache2.texts.has(content));
  const loaded = new Map(tree.load(missing).map((answer, index) => [missing[index], answer]));
  for (const entry of entries) {
    const { path: path2 } = entry;
    const answer = loaded.get(entry);
    const content = answer?.content ?? entry.content ?? "";
    contents.set(path2, content);
    const text5 = answer?.kind === "failed" ? answer.fault : cache2.texts.get(content) ?? decoded(answer?.bytes);
    if (typeof text5 === "string") {
      cache2.texts.set(content, text5);
      files.push({ path: path2, content, text: text5 });
    } else {
      const at = { file: path2, line: 1, column: 1, endLine: 1, endColumn: 1 };
      problems.push({ code: text5.code, message: text5.message, at });
    }
  }
  return { files, problems, contents };
}
function decoded(bytes = Buffer.of()) {
  const mark2 = bytes.toString("latin1", 0, 2);
  if (mark2 === "\xFF\xFE") return bytes.toString("utf16le", 2);
  if (mark2 === "\xFE\xFF")
    return Buffer.from(bytes.subarray(2, bytes.length & ~1)).swap16().toString("utf16le");
  if (!isUtf8(bytes)) return { code: "unreadable", message: "the file is not UTF-8 text: save it as UTF-8" };
  return bytes.toString("utf8").replace(/^\uFEFF/, "");
}

// src/source/directory.ts
function readDirectory(directory, options = {}) {
  requireDirectory(directory);
  const format2 = options.objectFormat ?? "sha1";
  const entries = [];
  collect(directory, "", entries);
  const load = (wanted) => wanted.map(({ path: path2 }) => loadFile(join(directory, path2), format2));
  return readTree({ entries, load }, options);
}
function requireDirectory(directory) {
  const found = statSync(directory, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return;
  const message2 = found === void 0 ? `there is no folder '${directory}': name an existing folder, or a Git revision like 'main'` : `'${directory}' is a file: name the folder that holds the manifests`;
  throw new InputError([{ code: "unreadable", message: message2, at: null }]);
}
function collect(directory, prefix2, entries) {
  for (const entry of list2(join(directory, prefix2))) {
    const path2 = `${prefix2}${entry.name}`;
    if (entry.isDirectory()) {
      if (!isSkippedFolder(entry.name)) collect(directory, `${path2}/`, entries);
    } else if (entry.isFile()) entries.push({ path: path2, content: null });
  }
}
function list2(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    const message2 = `folder '${folder}' cannot be listed (${reasonOf(cause)}): make it readable`;
    throw new InputError([{ code: "unreadable", message: message2, at: null }], { cause });
  }
}
function loadFile(file, format2) {
  try {
    const { size } = statSync(file);
    if (size > MAX_BYTES) return { kind: "failed", content: hashOfLarge(file, size, format2), fault: tooLarge(size) };
    const bytes = readFileSync(file);
    return { kind: "loaded", content: blobHash(bytes.length, format2).update(bytes).digest("hex"), bytes };
  } catch (cause) {
    const reason2 = reasonOf(cause);
    const message2 = `the file cannot be read (${reason2}): make it readable`;
    return { kind: "failed", content: reason2, fault: { code: "unreadable", message: message2 } };
  }
}
function blobHash(size, format2) {
  return createHash(format2).update(`blob ${size}\0`);
}
function hashOfLarge(file, size, format2) {
  const hash2 = blobHash(size, format2);
  const chunk = Buffer.alloc(1024 * 1024);
  const descriptor = openSync(file, "r");
  try {
    for (let count2 = -1; count2 !== 0; ) {
      count2 = readSync(descriptor, chunk);
      hash2.update(chunk.subarray(0, count2));
    }
  } finally {
    closeSync(descriptor);
  }
  return hash2.digest("hex");
}
function reasonOf(cause) {
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
}

// src/source/git.ts
import { spawnSync } from "node:child_process";
var settings = {
  "core.fsmonitor": "false",
  "core.hooksPath": "/dev/null",
  "safe.directory": "*"
};
function runGit(cwd, args, input = "") {
  const done = spawnSync("git", args, { cwd, input, env: environment(), maxBuffer: Infinity });
  if (done.error !== void 0) {
    const message2 = `git could not be run in '${cwd}' (${done.error.message}): install git, or name folders instead of revisions`;
    throw new InputError([{ code: "unreadable", message: message2, at: null }], { cause: done.error });
  }
  const succeeded = done.status === 0;
  return { succeeded, output: succeeded ? done.stdout : Buffer.of(), error: done.stderr.toString("utf8").trim() };
}
function gitOutput(cwd, args, input = "") {
  const { succeeded, output: output2, error } = runGit(cwd, args, input);
  if (succeeded) return output2;
  const reason2 = /^fatal: (.*)$/m.exec(error)?.[1] ?? error;
  const isPartial = gitLine(cwd, ["config", "--get-regexp", "^remote\\..*\\.promisor$"]) !== null;
  const hint = isPartial ? "this clone is a partial one: clone without a filter" : "see what 'git fsck' says";
  const message2 = `git ${args[0] ?? ""} failed (${reason2}): ${hint}`;
  throw new InputError([{ code: "unreadable", message: message2, at: null }]);
}
function gitLine(cwd, args) {
  const [line] = runGit(cwd, args).output.toString("utf8").split("\n");
  return line === void 0 || line === "" ? null : line;
}
function environment() {
  const given = Object.entries(settings);
  return {
    ...process.env,
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_CONFIG_COUNT: String(given.length),
    ...Object.fromEntries(given.map(([key2], index) => [`GIT_CONFIG_KEY_${index}`, key2])),
    ...Object.fromEntries(given.map(([, value], index) => [`GIT_CONFIG_VALUE_${index}`, value]))
  };
}

// src/source/git-revision.ts
import { statSync as statSync2 } from "node:fs";
import { resolve } from "node:path";
function resolveCommit(revision, cwd) {
  const commit = findCommit(revision, cwd);
  if (commit !== null) return commit;
  throw new InputError([{ code: "unknown-revision", message: unknownRevision(revision, cwd), at: null }]);
}
function findCommit(revision, cwd) {
  return gitLine(cwd, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
}
function unknownRevision(revision, cwd) {
  const found = `'${revision}' is neither an existing folder nor a revision`;
  const isRepository = runGit(cwd, ["rev-parse", "--git-dir"]);
  if (!isRepository.succeeded) {
    return `${found}: '${cwd}' is in no Git repository; name an existing folder, or run this inside the repository`;
  }
  if (gitLine(cwd, ["rev-list", "--all", "--max-count=1"]) === null) {
    return `${found}: the repository has no commit yet; commit the manifests first, or name the folder that holds them`;
  }
  if (statSync2(resolve(cwd, revision), { throwIfNoEntry: false })?.isFile() === true) {
    return `'${revision}' is a file, neither a folder nor a revision of this repository: name the folder that holds it`;
  }
  const isShallow = gitLine(cwd, ["rev-parse", "--is-shallow-repository"]) === "true";
  return isShallow ? `${found} in this shallow clone: fetch more history (actions/checkout with 'fetch-depth: 2', or 'git fetch --unshallow')` : `${found} of this repository: check the spelling, or get it with 'git fetch origin ${fetchable(revision)}'`;
}
function fetchable(revision) {
  const branch = revision.replace(/^origin\//, "");
  return /^\w[\w./-]*$/.test(branch) ? branch : "<branch>";
}

// src/source/git-tree.ts
function readRevision(revision, options) {
  const { cwd, below = "" } = options;
  const commit = resolveCommit(revision, cwd);
  const folder = below === "" ? null : gitLine(cwd, ["rev-parse", "--verify", "--quiet", `${commit}:${below}`]);
  return readTree({ entries: listBlobs(folder ?? commit, cwd), load: (blobs) => loadBlobs(blobs, cwd) }, options);
}
function listBlobs(tree, cwd) {
  const list4 = gitOutput(cwd, ["ls-tree", "-r", "-z", "-l", "--full-tree", tree]).toString("utf8");
  return list4.split("\0").flatMap((line) => {
    const [, content, bytes, path2] = /^100\d{3} blob ([0-9a-f]+) +(\d+|-)\t([^]*)$/.exec(line) ?? [];
    return content === void 0 || path2 === void 0 ? [] : [{ path: path2, content, bytes: Number(bytes) }];
  });
}
function loadBlobs(blobs, cwd) {
  const small = blobs.filter(({ bytes }) => bytes <= MAX_BYTES);
  const names4 = [...new Set(small.map(({ content }) => content))];
  const contents = names4.length === 0 ? /* @__PURE__ */ new Map() : catFile(names4, cwd);
  return blobs.map(({ content, bytes: size }) => {
    const bytes = contents.get(content);
    if (bytes !== void 0) return { kind: "loaded", content, bytes };
    const message2 = "the file is missing from the repository: see what 'git fsck' says";
    return { kind: "failed", content, fault: size > MAX_BYTES ? tooLarge(size) : { code: "unreadable", message: message2 } };
  });
}
function catFile(names4, cwd) {
  const output2 = gitOutput(cwd, ["cat-file", "--batch", "--buffer"], `${names4.join("\n")}
`);
  const blobs = /* @__PURE__ */ new Map();
  for (let at = 0; at < output2.length; ) {
    const lineEnd2 = output2.indexOf(10, at);
    const [name = "", type, size] = output2.toString("latin1", at, lineEnd2).split(" ");
    at = lineEnd2 + 1;
    if (type !== "blob") continue;
    const end = at + Number(size);
    blobs.set(name, output2.subarray(at, end));
    at = end + 1;
  }
  return blobs;
}

// src/source/side.ts
function readSide(name, options) {
  return read(revisionOf(name, options.cwd), options, { below: "", objectFormat: "sha1" });
}
function readSides(baseName, headName, options) {
  const shared = { ...options, cache: options.cache ?? newManifestCache() };
  const base = revisionOf(baseName, options.cwd);
  const head = revisionOf(headName, options.cwd);
  const other = counterpart(base, head, options.cwd);
  return { base: read(base, shared, other), head: read(head, shared, other) };
}
function read(revision, options, { below, objectFormat }) {
  const manifests = "dir" in revision ? readDirectory(resolve2(options.cwd, revision.dir), { ...options, objectFormat }) : readRevision(revision.rev, { ...options, below });
  return { revision, manifests };
}
function revisionOf(name, cwd) {
  const path2 = resolve2(cwd, name);
  if (statSync3(path2, { throwIfNoEntry: false })?.isDirectory() === true) {
    requireNoEscape(name, cwd);
    return { dir: name };
  }
  const isFolderName = isAbsolute(name) || /^\.\.?(?:\/|$)/.test(name) || name.endsWith("/");
  return isFolderName ? { dir: name } : { rev: name };
}
function requireNoEscape(name, cwd) {
  const real = realpathSync(resolve2(cwd, name));
  if (!isInside(cwd, resolve2(cwd, name)) || isInside(realpathSync(cwd), real)) return;
  const message2 = `'${name}' leads out of the current folder by a symbolic link: name the folder itself, '${real}'`;
  throw new InputError([{ code: "unreadable", message: message2, at: null }]);
}
function counterpart(base, head, cwd) {
  const none = { below: "", objectFormat: "sha1" };
  const dir = "dir" in base ? base.dir : "dir" in head ? head.dir : null;
  if (dir === null || "dir" in base && "dir" in head) return none;
  const top = gitLine(cwd, ["rev-parse", "--show-toplevel"]);
  if (top === null) return none;
  const objectFormat = gitLine(cwd, ["rev-parse", "--show-object-format"]) === "sha256" ? "sha256" : "sha1";
  const path2 = resolve2(cwd, dir);
  const real = statSync3(path2, { throwIfNoEntry: false }) === void 0 ? path2 : realpathSync(path2);
  const below = isInside(top, real) ? relative(top, real).split(sep2).join("/") : "";
  return { below, objectFormat };
}
function isInside(folder, path2) {
  const way = relative(folder, path2);
  return !isAbsolute(way) && way !== ".." && !way.startsWith(`..${sep2}`);
}

// src/envoy/chain-index.ts
function indexChains({ chains, defaultChain }) {
  const byPort2 = groupBy(chains, ({ match: match2 }) => [match2.destinationPort ?? 0]);
  const ports = new Map([...byPort2].map(([port, list4]) => [port, indexAddresses(list4)]));
  return {
    find(connection) {
      const addresses3 = ports.get(connection.port) ?? ports.get(0);
      const names4 = addresses3?.find(connection.address);
      const named2 = names4 === void 0 ? [] : byServerName(names4, connection.serverName);
      const transported = exactOr(
        named2,
        ({ match: match2 }) => match2.transportProtocol === connection.transport,
        ({ match: match2 }) => match2.transportProtocol === null
      );
      const [chosen] = exactOr(
        transported,
        ({ match: match2 }) => connection.applicationProtocol !== null && match2.applicationProtocols.includes(connection.applicationProtocol),
        ({ match: match2 }) => match2.applicationProtocols.length === 0
      );
      return chosen ?? defaultChain;
    }
  };
}
function indexAddresses(chains) {
  const byRange = groupBy(chains, ({ match: match2 }) => match2.prefixRanges.length > 0 ? match2.prefixRanges : [""]);
  const anywhere = byRange.get("");
  const ranges2 = [...byRange].flatMap(([range2, list4]) => {
    const prefix2 = parsePrefix(range2);
    return prefix2 === null ? [] : [{ prefix: prefix2, names: indexServerNames(list4) }];
  }).sort((a, b) => b.prefix.bits - a.prefix.bits);
  const rest = anywhere === void 0 ? void 0 : indexServerNames(anywhere);
  return {
    find(text5) {
      const address = ranges2.length === 0 ? null : parseAddress(text5);
      return (address === null ? void 0 : ranges2.find(({ prefix: prefix2 }) => covers(prefix2, address))?.names) ?? rest;
    }
  };
}
function indexServerNames(chains) {
  return groupBy(chains, ({ match: match2 }) => match2.serverNames.length > 0 ? match2.serverNames.map(lower) : [""]);
}
function byServerName(names4, serverName) {
  if (serverName !== "") {
    const exact = names4.get(serverName);
    if (exact !== void 0) return exact;
    for (let dot = serverName.indexOf("."); dot >= 0; dot = serverName.indexOf(".", dot + 1)) {
      const wildcard = names4.get(`*${serverName.slice(dot)}`);
      if (wildcard !== void 0) return wildcard;
    }
  }
  return names4.get("") ?? [];
}
function exactOr(chains, isExact, isUnspecified) {
  const exact = chains.filter(isExact);
  return exact.length > 0 ? exact : chains.filter(isUnspecified);
}
function groupBy(chains, keysOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const chain2 of chains) {
    for (const key2 of keysOf(chain2)) {
      const group = groups.get(key2);
      if (group === void 0) groups.set(key2, [chain2]);
      else group.push(chain2);
    }
  }
  return groups;
}
function lower(text5) {
  return text5.toLowerCase();
}

// src/envoy/host-index.ts
function indexHosts({ ignoresPort, virtualHosts }) {
  const exact = /* @__PURE__ */ new Map();
  const suffixes = [];
  const prefixes = [];
  let any = null;
  for (const virtualHost of virtualHosts) {
    for (const domain of virtualHost.domains.map((text5) => text5.toLowerCase())) {
      if (domain === "*") any ??= virtualHost;
      else if (domain.startsWith("*")) suffixes.push([domain.slice(1), virtualHost]);
      else if (domain.endsWith("*")) prefixes.push([domain.slice(0, -1), virtualHost]);
      else if (!exact.has(domain)) exact.set(domain, virtualHost);
    }
  }
  const longestFirst = (a, b) => b[0].length - a[0].length;
  suffixes.sort(longestFirst);
  prefixes.sort(longestFirst);
  return {
    find(host) {
      const name = ignoresPort ? withoutPort(host.toLowerCase()) : host.toLowerCase();
      const longer = ([text5]) => name.length > text5.length;
      return exact.get(name) ?? suffixes.find((suffix) => longer(suffix) && name.endsWith(suffix[0]))?.[1] ?? prefixes.find((prefix2) => longer(prefix2) && name.startsWith(prefix2[0]))?.[1] ?? any;
    }
  };
}
function withoutPort(host) {
  const colon = host.lastIndexOf(":");
  return colon < host.lastIndexOf("]") || colon < 0 ? host : host.slice(0, colon);
}

// src/envoy/rejected-listeners.ts
function whyRejected({ chains }) {
  const seen = /* @__PURE__ */ new Set();
  for (const { match: match2 } of chains) {
    const own2 = /* @__PURE__ */ new Set();
    for (const range2 of orAny(match2.prefixRanges)) {
      for (const name of orAny(match2.serverNames)) {
        for (const protocol of orAny(match2.applicationProtocols)) {
          own2.add([match2.destinationPort, range2, name.toLowerCase(), match2.transportProtocol, protocol].join(" "));
        }
      }
    }
    for (const key2 of own2) if (seen.has(key2)) return "two of its chains match the same connections";
    for (const key2 of own2) seen.add(key2);
  }
  return null;
}
function orAny(values) {
  return values.length === 0 ? [""] : values;
}

// src/envoy/listener-index.ts
function indexListeners({ listeners: listeners2 }) {
  const byAddress = /* @__PURE__ */ new Map();
  for (const listener of listeners2) {
    if (whyRejected(listener) !== null) continue;
    for (const address of [listener.address, ...listener.additionalAddresses]) {
      const key2 = placeOf(address, listener.port);
      if (!byAddress.has(key2)) byAddress.set(key2, listener);
    }
  }
  const original = listeners2.find(({ useOriginalDst }) => useOriginalDst);
  if (original === void 0) throw new Error("a sidecar without virtualOutbound is not simulated");
  return {
    find(address, port) {
      const own2 = byAddress.get(placeOf(address, port));
      if (own2 !== void 0) return { listener: own2, by: "address" };
      const wild = byAddress.get(placeOf(address.includes(":") ? "::" : "0.0.0.0", port));
      return wild === void 0 ? { listener: original, by: "nothing" } : { listener: wild, by: "port" };
    }
  };
}
function placeOf(address, port) {
  const spelled = address.includes(":") ? parseAddress(address)?.text ?? address : address;
  return `${spelled} ${port}`;
}

// src/envoy/route-match.ts
function requestTo(host) {
  const headers2 = /* @__PURE__ */ new Map([
    [":method", "GET"],
    [":authority", host],
    [":scheme", "http"]
  ]);
  return { path: "/", headers: headers2 };
}
function matchesRoute({ path: path2, isCaseSensitive, headers: headers2, queryParams }, request) {
  return matchesPath(path2, isCaseSensitive, request.path) && headers2.every((header2) => matchesHeader(header2, request)) && Object.keys(queryParams).length === 0;
}
function matchesPath({ kind, value }, isCaseSensitive, path2) {
  const [wanted, found] = isCaseSensitive ? [value, path2] : [value.toLowerCase(), path2.toLowerCase()];
  switch (kind) {
    case "prefix":
      return found.startsWith(wanted);
    case "path":
      return found === wanted;
    case "regex":
      return matchesRegex(value, path2);
  }
}
function matchesHeader({ name, match: match2, isInverted }, { headers: headers2 }) {
  const value = headers2.get(name.toLowerCase());
  return (value !== void 0 && matchesText(match2, value)) !== isInverted;
}
function matchesText(match2, text5) {
  switch (match2.kind) {
    case "present":
      return true;
    case "exact":
      return text5 === match2.value;
    case "prefix":
      return text5.startsWith(match2.value);
    case "regex":
      return matchesRegex(match2.value, text5);
  }
}
function matchesRegex(pattern, text5) {
  if (text5.length > LONGEST_TEXT) return false;
  try {
    return new RegExp(`^(?:${pattern})$`).test(text5);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
var LONGEST_TEXT = "http".length;

// src/envoy/sidecar.ts
function startSidecar(configuration) {
  const listeners2 = indexListeners(configuration);
  const chains = /* @__PURE__ */ new Map();
  const hosts = /* @__PURE__ */ new Map();
  const chainsOf2 = (listener) => {
    const index = chains.get(listener) ?? indexChains(listener);
    chains.set(listener, index);
    return index;
  };
  const hostsOf2 = (name) => {
    const index = hosts.get(name) ?? indexHosts(configuration.routeTable(name));
    hosts.set(name, index);
    return index;
  };
  return {
    configuration,
    answer(call) {
      const found = listeners2.find(call.address, call.port);
      const undecided = { call, found, chain: null, virtualHost: null, route: null, cluster: null };
      if (call.speaksFirst === "server" && found.listener.inspectors.length > 0) {
        return verdict({ kind: "stalled" }, undecided);
      }
      const chain2 = chainsOf2(found.listener).find(connectionOf(call, found.listener));
      if (chain2 === null) return verdict({ kind: "blackhole" }, undecided);
      const chosen = { ...undecided, chain: chain2 };
      return chain2.destination.kind === "routes" ? request(chain2.destination.name, chosen) : deliver(chain2.destination, chosen, { kind: "missing-cluster" });
    }
  };
  function request(table, decision) {
    const { call } = decision;
    if (call.speaksFirst === "server") return verdict({ kind: "stalled" }, decision);
    if (call.kind !== "http") return verdict({ kind: "protocol-error", status: 400 }, decision);
    const host = call.host ?? call.address;
    const virtualHost = hostsOf2(table).find(host);
    const sent2 = requestTo(host);
    const route = virtualHost?.routes.find(({ match: match2 }) => matchesRoute(match2, sent2)) ?? null;
    const routed = { ...decision, virtualHost, route };
    if (route === null) return verdict({ kind: "no-route", status: 404 }, routed);
    switch (route.action.kind) {
      case "cluster":
      case "weighted":
        return deliver(route.action, routed, { kind: "missing-cluster", status: 503 });
      case "redirect":
        return verdict({ kind: "redirect", status: 301 }, routed);
      case "direct-response": {
        const kind = virtualHost?.name === "block_all" ? "blackhole" : "direct-response";
        return verdict({ kind, status: route.action.status }, routed);
      }
    }
  }
  function deliver(target, decision, missing) {
    if (target.kind === "weighted") return deliverByWeight(target.clusters, decision, missing);
    const name = target.cluster;
    const cluster = configuration.clusters().get(name) ?? null;
    if (cluster === null) {
      return verdict({ ...missing, cluster: name, reason: `the sidecar has no cluster ${name}` }, decision);
    }
    const kind = name === BLACKHOLE ? "blackhole" : name === PASSTHROUGH ? "passthrough" : "delivered";
    return verdict({ kind, cluster: name }, { ...decision, cluster });
  }
  function deliverByWeight(weights, decision, missing) {
    const heaviest2 = Object.entries(weights).reduce((most, next) => next[1] > most[1] ? next : most, ["", -1]);
    const cluster = configuration.clusters().get(heaviest2[0]) ?? null;
    if (cluster === null) {
      return verdict({ ...missing, weights, reason: `the sidecar has no cluster ${heaviest2[0]}` }, decision);
    }
    return verdict({ kind: "delivered", weights }, { ...decision, cluster });
  }
}
function connectionOf(call, { inspectors }) {
  const isTls2 = call.kind === "tls" && inspectors.includes("tls_inspector");
  const isHttp2 = call.kind === "http" && inspectors.includes("http_inspector");
  return {
    address: call.address,
    port: call.port,
    serverName: isTls2 ? (call.host ?? "").toLowerCase() : "",
    transport: isTls2 ? "tls" : "raw_buffer",
    applicationProtocol: isHttp2 ? "http/1.1" : null
  };
}
function verdict(outcome, decision) {
  const resource = decision.cluster?.service?.resource;
  const owner = resource === void 0 ? null : { kind: resource.kind, namespace: resource.namespace, name: resource.name };
  return {
    kind: outcome.kind,
    cluster: outcome.cluster ?? null,
    owner,
    via: viaOf(decision),
    weights: outcome.weights ?? null,
    status: outcome.status ?? null,
    reason: outcome.reason ?? null,
    // Made when read: of a million verdicts few are shown.
    get steps() {
      return describe(decision);
    }
  };
}
function viaOf({ chain: chain2, route }) {
  const service = route?.via ?? chain2?.via ?? null;
  return service === null ? null : { kind: service.kind, namespace: service.namespace, name: service.name };
}

// src/mesh/age.ts
var ageAsGiven = ({ createdAt }) => ({ at: createdAt ?? -Infinity, assumed: createdAt === null });
function ageSince(isInBase) {
  return (resource) => resource.createdAt !== null ? { at: resource.createdAt, assumed: false } : { at: isInBase(resource) ? -Infinity : Infinity, assumed: true };
}
function oldestFirst(behaves) {
  const compareNames = behaves("ties-by-name") ? (a, b) => compareText(a.name, b.name) || compareText(a.namespace, b.namespace) : (a, b) => compareText(`${a.name}.${a.namespace}`, `${b.name}.${b.namespace}`);
  return (a, b) => a.age.at === b.age.at ? compareNames(a, b) : a.age.at < b.age.at ? -1 : 1;
}
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/mesh/most-specific.ts
function mostSpecific(values) {
  const wildcards = [...values.keys()].filter(isWildcard).sort((a, b) => b.length - a.length);
  return {
    find(host) {
      const exact = values.get(host);
      if (exact !== void 0) return exact;
      const name = isWildcard(host) ? host.slice(1) : host;
      const wildcard = wildcards.find((pattern) => name.endsWith(pattern.slice(1)));
      return wildcard === void 0 ? void 0 : values.get(wildcard);
    }
  };
}

// src/mesh/full-names.ts
function withFullNames(service, domain) {
  const full = (host) => fullName(host, service.namespace, domain);
  const qualify = (destination3) => ({ ...destination3, host: full(destination3.host) });
  return {
    ...service,
    hosts: service.hosts.map(full),
    http: service.http.map((rule) => ({ ...rule, route: rule.route.map(qualify), mirrors: rule.mirrors.map(qualify) })),
    tls: service.tls.map((rule) => ({ ...rule, route: rule.route.map(qualify) })),
    tcp: service.tcp.map((rule) => ({ ...rule, route: rule.route.map(qualify) }))
  };
}
function fullName(host, namespace, domain) {
  return host === "" || host.includes(".") || host.includes("*") ? host : `${host}.${namespace}.svc.${domain}`;
}

// src/mesh/destination-rules.ts
function indexDestinationRules(declared, { behaves, config }, ageOf) {
  const { rootNamespace, defaultDestinationRuleExportTo, domain } = config;
  const local = /* @__PURE__ */ new Map();
  const exported = /* @__PURE__ */ new Map();
  const rootLocal = /* @__PURE__ */ new Map();
  const merge2 = behaves("rules-merge-by-export-to") ? mergeByExportTo : mergeByHost;
  const named2 = new Set(declared.flatMap(({ exportTo }) => exportTo ?? []));
  for (const rule of sortRules(declared, ageOf, behaves)) {
    const { namespace } = rule;
    const exportTo = new Set(rule.workloadSelector === null ? rule.exportTo ?? [] : ["."]);
    const host = fullName(rule.host, namespace, domain);
    const isForOwn = exportTo.size === 0 || ["*", ".", namespace].some((entry) => exportTo.has(entry));
    if (isForOwn) merge2(byNamespace(local, namespace), host, rule, exportTo);
    const isPrivate2 = exportTo.size === 0 ? defaultDestinationRuleExportTo.includes(".") : exportTo.size === 1 && (exportTo.has(".") || exportTo.has(namespace));
    if (!isPrivate2) merge2(byNamespace(exported, namespace), host, rule, exportTo);
    else if (namespace === rootNamespace) merge2(rootLocal, host, rule, exportTo);
  }
  const hostMaps = /* @__PURE__ */ new Map();
  const lookUp = (rules2, host) => {
    if (rules2 === void 0) return void 0;
    const map = hostMaps.get(rules2) ?? mostSpecific(rules2);
    hostMaps.set(rules2, map);
    return map.find(host);
  };
  const exportedBy = (owner, host, client) => lookUp(exported.get(owner), host)?.filter(
    ({ exportTo }) => exportTo.size === 0 || exportTo.has("*") || exportTo.has(client)
  ) ?? [];
  return {
    select: declared.some(({ workloadSelector: workloadSelector2 }) => workloadSelector2 !== null),
    concerns: (namespace) => local.has(namespace) || named2.has(namespace) || namespace === rootNamespace,
    find(client, host, serviceNamespace) {
      const own2 = client === rootNamespace ? lookUp(rootLocal, host) : lookUp(local.get(client), host);
      if (own2 !== void 0) return own2;
      const owners = exportedBy(serviceNamespace, host, client);
      return owners.length > 0 ? owners : exportedBy(rootNamespace, host, client);
    }
  };
}
function policyFor(policies2, namespace, labels) {
  const selected = policies2.find(
    (policy) => policy.workloadSelector !== null && policy.namespace === namespace && Object.entries(policy.workloadSelector).every(([key2, value]) => labels[key2] === value)
  );
  return selected ?? policies2.findLast(({ workloadSelector: workloadSelector2 }) => workloadSelector2 === null) ?? null;
}
function sortRules(rules2, ageOf, behaves) {
  const compareAge = oldestFirst(behaves);
  return rules2.map((rule) => ({ rule, age: ageOf(rule), name: rule.name, namespace: rule.namespace })).sort((a, b) => {
    const [selectsA, selectsB] = [a.rule.workloadSelector !== null, b.rule.workloadSelector !== null];
    return selectsA !== selectsB ? selectsA ? -1 : 1 : compareAge(a, b);
  }).map(({ rule }) => rule);
}
function byNamespace(index, namespace) {
  const rules2 = index.get(namespace) ?? /* @__PURE__ */ new Map();
  index.set(namespace, rules2);
  return rules2;
}
function mergeByExportTo(rules2, host, rule, exportTo) {
  const known2 = rules2.get(host) ?? [];
  rules2.set(host, known2);
  let standsAlone = true;
  known2.forEach((policy, at) => {
    const isSame2 = sameSet(exportTo, policy.exportTo);
    const isWider = policy.exportTo.size > 0 && [...policy.exportTo].every((entry) => exportTo.has(entry));
    standsAlone = !isSame2;
    if (!isSame2 && !isWider) return;
    if (selectOthers(rule, policy)) {
      standsAlone = true;
      return;
    }
    if (selectAlike(rule, policy)) standsAlone = false;
    known2[at] = joined(policy, rule);
  });
  if (standsAlone) known2.push(policyOf(rule, exportTo));
}
function mergeByHost(rules2, host, rule, exportTo) {
  const known2 = rules2.get(host) ?? [];
  const first = known2[0]?.exportTo ?? exportTo;
  const common = first.size === 0 ? exportTo : first;
  const merged = known2.map((policy) => ({
    ...selectOthers(rule, policy) ? policy : joined(policy, rule),
    exportTo: common
  }));
  const standsAlone = !known2.some((policy) => selectAlike(rule, policy));
  rules2.set(host, standsAlone ? [...merged, policyOf(rule, common)] : merged);
}
function policyOf({ namespace, workloadSelector: workloadSelector2, trafficPolicy: trafficPolicy2, subsets }, exportTo) {
  return { namespace, workloadSelector: workloadSelector2, exportTo, trafficPolicy: trafficPolicy2, subsets };
}
function joined(policy, { subsets, trafficPolicy: trafficPolicy2 }) {
  const names4 = new Set(policy.subsets.map(({ name }) => name));
  return {
    ...policy,
    subsets: [...policy.subsets, ...subsets.filter(({ name }) => !names4.has(name))],
    trafficPolicy: policy.trafficPolicy ?? trafficPolicy2
  };
}
function selectOthers(a, b) {
  return a.workloadSelector !== null && b.workloadSelector !== null && !selectAlike(a, b);
}
function selectAlike(a, b) {
  if (a.workloadSelector === null || b.workloadSelector === null) return a.workloadSelector === b.workloadSelector;
  return sameLabels(a.workloadSelector, b.workloadSelector);
}
function sameSet(a, b) {
  return a.size === b.size && [...a].every((entry) => b.has(entry));
}
function sameLabels(a, b) {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key2) => a[key2] === b[key2]);
}

// src/proxy/clusters.ts
function buildClusters(scope, recipient, policies2) {
  const clusters = /* @__PURE__ */ new Map();
  const add = (cluster) => {
    if (!clusters.has(cluster.name)) clusters.set(cluster.name, cluster);
  };
  for (const service of scope.clusterServices()) {
    const type = clusterType(service, recipient.behaves);
    if (type === null) continue;
    const policy = policyFor(
      policies2.find(recipient.namespace, service.host, (scope.serviceNamed(service.host) ?? service).namespace),
      recipient.namespace,
      recipient.labels
    );
    for (const { number, protocol } of service.ports) {
      if (protocol === "UDP") continue;
      const endpoints2 = service.endpoints.filter(({ port }) => port === number);
      const served = (labels) => !needsEndpoints.has(type) || endpoints2.some((endpoint) => selects(labels, endpoint.labels));
      const passes = (own2) => isPassthrough(own2, number) ?? isPassthrough(policy?.trafficPolicy ?? null, number) ?? false;
      if (!served({})) continue;
      add({ name: clusterName(service.host, number), type: passes(null) ? "ORIGINAL_DST" : type, service });
      for (const subset of hasSubsets(service) ? policy?.subsets ?? [] : []) {
        const isDialled = passes(subset.trafficPolicy);
        if (!isDialled && !served(subset.labels)) continue;
        add({ name: clusterName(service.host, number, subset.name), type: isDialled ? "ORIGINAL_DST" : type, service });
      }
    }
  }
  add({ name: BLACKHOLE, type: "STATIC", service: null });
  add({ name: PASSTHROUGH, type: "ORIGINAL_DST", service: null });
  return clusters;
}
function isPassthrough(policy, port) {
  const stated = policy?.portLevel.find((setting) => setting.port === port)?.loadBalancer ?? policy?.loadBalancer ?? "";
  return stated === "" ? null : stated === "PASSTHROUGH";
}
function hasSubsets({ resolution, host }) {
  return !(resolution === "DynamicDNS" && isWildcard(host));
}
var needsEndpoints = /* @__PURE__ */ new Set(["STRICT_DNS", "LOGICAL_DNS"]);
function clusterType(service, behaves) {
  switch (service.resolution) {
    case "Alias":
      return null;
    case "ClientSideLB":
      return "EDS";
    case "DNSLB":
      return "STRICT_DNS";
    case "DNSRoundRobinLB":
      return "LOGICAL_DNS";
    case "DynamicDNS":
      return !isWildcard(service.host) ? "EDS" : behaves("sidecar-dynamic-dns") ? "STATIC" : null;
    case "Passthrough":
      return "ORIGINAL_DST";
  }
}

// src/mesh/service.ts
var UNSPECIFIED = "0.0.0.0";

// src/proxy/filter-chain.ts
var everyConnection = {
  destinationPort: null,
  prefixRanges: [],
  serverNames: [],
  transportProtocol: null,
  applicationProtocols: []
};
function plaintextHttp(behaves) {
  const applicationProtocols = [...behaves("http-1.0-chains") ? ["http/1.0"] : [], "http/1.1", "h2c"];
  return { ...everyConnection, transportProtocol: "raw_buffer", applicationProtocols };
}
function isMatchAll({ match: match2 }) {
  return (match2.serverNames.length === 0 || match2.serverNames.includes("*")) && match2.applicationProtocols.length === 0 && match2.transportProtocol === null && match2.prefixRanges.length === 0 && match2.destinationPort === null;
}
function inspectorsFor(chains) {
  const inspectors = /* @__PURE__ */ new Set();
  if (chains.some(({ match: match2 }) => match2.serverNames.length > 0)) inspectors.add("tls_inspector");
  if (chains.some(({ match: match2 }) => match2.applicationProtocols.length > 0)) inspectors.add("http_inspector");
  return inspectors;
}
function conflictKey({ match: match2 }) {
  const names4 = match2.serverNames.filter((name) => name !== "*");
  const ranges2 = match2.prefixRanges.filter((range2) => range2.split("/")[0] !== UNSPECIFIED).map(maskPrefix);
  return [
    match2.transportProtocol ?? "",
    match2.applicationProtocols.join(","),
    [...new Set(names4)].sort().join(","),
    [...new Set(ranges2)].sort().join(",")
  ].join("|");
}

// src/proxy/listener.ts
function listenerKey(address, port) {
  return `${address}_${port}`;
}

// src/proxy/finalize.ts
function policyCluster({ mode, egressProxy }) {
  if (mode === "REGISTRY_ONLY") return BLACKHOLE;
  return egressProxy === null ? PASSTHROUGH : clusterName(egressProxy.host, egressProxy.port ?? 0, egressProxy.subset);
}
function finalizeListener(entry, policy, { behaves }) {
  const all = entry.chains;
  const matchAll = all.findLast(isMatchAll);
  const matching = all.filter((chain2) => !isMatchAll(chain2));
  const isAlone2 = matchAll !== void 0 && matching.length === 0;
  const needed = behaves("inspectors-of-final-chains") ? inspectorsFor(all) : entry.inspectors;
  const needsHttp = needed.has("http_inspector");
  const inspectors = [];
  if (needed.has("tls_inspector") || needsHttp && behaves("tls-inspector-beside-http")) {
    inspectors.push("tls_inspector");
  }
  if (needsHttp) inspectors.push("http_inspector");
  return {
    name: listenerKey(entry.address, entry.port),
    address: entry.address,
    additionalAddresses: entry.additionalAddresses,
    port: entry.port,
    bindToPort: entry.bindToPort,
    inspectors,
    useOriginalDst: false,
    chains: isAlone2 ? [matchAll] : matching.map(asSent),
    defaultChain: isAlone2 ? null : matchAll ?? policyChain(policyCluster(policy))
  };
}
function virtualOutbound(policy, { addressing, behaves, config }) {
  const blackhole = policyChain(BLACKHOLE);
  return {
    name: "virtualOutbound",
    address: addressing.wildcards[0],
    additionalAddresses: behaves("additional-capture-address") ? addressing.wildcards.slice(1) : [],
    port: config.proxyListenPort,
    bindToPort: true,
    inspectors: [],
    useOriginalDst: true,
    chains: [
      { ...blackhole, match: { ...everyConnection, destinationPort: config.proxyListenPort } },
      policyChain(policyCluster(policy))
    ],
    defaultChain: null
  };
}
function httpProxyListener({ addressing, config }) {
  const { proxyHttpPort } = config;
  if (proxyHttpPort === 0) return null;
  const [address] = addressing.loopbacks;
  return {
    name: listenerKey(address, proxyHttpPort),
    address,
    additionalAddresses: [],
    port: proxyHttpPort,
    bindToPort: true,
    inspectors: [],
    useOriginalDst: false,
    chains: [
      { match: everyConnection, destination: { kind: "routes", name: HTTP_PROXY_ROUTES }, service: null, via: null }
    ],
    defaultChain: null
  };
}
var HTTP_PROXY_ROUTES = "http_proxy";
function policyChain(cluster) {
  return { match: everyConnection, destination: { kind: "cluster", cluster }, service: null, via: null };
}
function asSent(chain2) {
  if (chain2.match.prefixRanges.length === 0) return chain2;
  const prefixRanges = chain2.match.prefixRanges.flatMap((range2) => {
    const prefix2 = parsePrefix(range2);
    return prefix2 === null || prefix2.address.text === UNSPECIFIED ? [] : [`${prefix2.address.text}/${prefix2.bits}`];
  });
  return { ...chain2, match: { ...chain2.match, prefixRanges } };
}

// src/istio/protocol.ts
var protocolByName = new Map(
  PROTOCOLS.map((protocol) => [protocol.toLowerCase(), protocol])
);
var httpProtocols = new Set(PROTOCOLS.filter(namesHttp));
var tlsProtocols = new Set(PROTOCOLS.filter(namesTls));
function parseProtocol(text5, behaves) {
  const name = text5.toLowerCase();
  if (name === "thrift" && behaves("thrift-protocol")) return "Thrift";
  return protocolByName.get(name) ?? "Unsupported";
}
function listenerClass(protocol) {
  if (protocol === "UDP") return null;
  if (protocol === "Unsupported") return "AUTO";
  return isHttp(protocol) ? "HTTP" : "TCP";
}
function isHttp(protocol) {
  return httpProtocols.has(protocol);
}
function isTcp(protocol) {
  return listenerClass(protocol) === "TCP";
}
function isTls(protocol) {
  return tlsProtocols.has(protocol);
}
function isHttpOrSniffed(protocol) {
  return isHttp(protocol) || protocol === "Unsupported";
}
var appProtocols = /* @__PURE__ */ new Map([
  ["kubernetes.io/h2c", ["HTTP2", "h2c-app-protocol"]],
  ["kubernetes.io/ws", ["HTTP", "websocket-app-protocols"]],
  ["kubernetes.io/wss", ["HTTPS", "websocket-app-protocols"]]
]);
var serverFirstPorts = /* @__PURE__ */ new Set([25, 53, 3306, 27017]);
function kubernetesProtocol(port, behaves) {
  if (port.protocol === "UDP") return "UDP";
  const special2 = port.appProtocol === null ? void 0 : appProtocols.get(port.appProtocol);
  if (special2 !== void 0 && behaves(special2[1])) return special2[0];
  const name = (port.appProtocol ?? port.name).toLowerCase();
  const named2 = name.startsWith("grpc-web") ? "GRPC-Web" : parseProtocol(name.split("-", 1)[0] ?? "", behaves);
  if (named2 === "Unsupported" && serverFirstPorts.has(port.port)) return "TCP";
  return named2;
}

// src/proxy/listen-address.ts
function listenAddress(service, recipient) {
  const { addressing, behaves } = recipient;
  const { clusterAddresses } = service;
  const own2 = clusterAddresses.length > 1 ? usableAddresses(service, recipient)[0] : void 0;
  const address = own2 ?? automaticAddress(service, recipient) ?? service.address;
  const isOverridden = address === UNSPECIFIED && service.registry === "External" && addressing.mode === "IPv6";
  if (!isOverridden || !behaves("ipv6-entries")) return address;
  return behaves("ipv6-entries-by-prefix") ? "::/0" : "::";
}
function extraAddresses(service, recipient) {
  if (service.clusterAddresses.length > 1 && recipient.behaves("additional-service-addresses")) {
    return usableAddresses(service, recipient).slice(1);
  }
  if (service.registry !== "External" || service.address !== UNSPECIFIED) return [];
  return automaticAddress(service, recipient) === null ? furtherWildcards(recipient) : [];
}
function furtherWildcards({ addressing, behaves }) {
  return behaves("additional-entry-address") ? addressing.wildcards.slice(1) : [];
}
function domainAddress(service, recipient) {
  const { behaves } = recipient;
  const { clusterAddresses } = service;
  const own2 = usableAddresses(service, recipient)[0];
  const isForeign = clusterAddresses.length > 0 && behaves("own-family-domains");
  const address = own2 ?? (isForeign ? null : automaticAddress(service, recipient) ?? service.address);
  const isNone = address === null || address === UNSPECIFIED;
  return isNone || !behaves("every-address-a-domain") && (isPrefix2(address) || familyOf(address) !== 4) ? null : address;
}
function usableAddresses({ clusterAddresses }, { addressing, behaves }) {
  if (!behaves("own-family-addresses")) return clusterAddresses;
  return clusterAddresses.filter((address) => speaks(addressing, address));
}
function automaticAddress({ automaticAddresses: automaticAddresses2 }, { addressing, behaves }) {
  if (!addressing.usesAutomaticAddresses) return null;
  if (!behaves("automatic-ipv6")) return automaticAddresses2[0] ?? null;
  const spoken = automaticAddresses2.filter((address) => speaks(addressing, address));
  return spoken.find((address) => familyOf(address) === 4) ?? spoken[0] ?? null;
}
function isPrefix2(address) {
  return address.includes("/");
}
function speaks({ mode }, address) {
  const family = familyOf(address);
  return mode === "dual" || (mode === "IPv6" ? family === 6 : family === 4);
}

// src/proxy/listener-entry.ts
function relationOf(incoming, existing) {
  if (existing === null) return "new";
  if (incoming === "HTTP_PROXY") return "merge";
  const relation = relationByClass(incoming, existing);
  const isJoined = relation === "merge" || relation === "mix";
  return isJoined && clashesWithServerFirst(incoming, existing) ? "drop" : relation;
}
function relationByClass(incoming, existing) {
  switch (listenerClass(incoming)) {
    case "HTTP":
      return isTcp(existing) ? "mix" : "drop";
    case "TCP":
      return isHttp(existing) ? "mix" : "merge";
    case "AUTO":
      return isHttp(existing) ? "replace" : isTcp(existing) ? "mix" : "drop";
    case null:
      return "drop";
  }
}
function clashesWithServerFirst(incoming, existing) {
  const isGuarded = (protocol) => protocol === "Mongo" || protocol === "MySQL";
  return (isGuarded(incoming) || isGuarded(existing)) && incoming !== existing;
}
function openWith(entry, chains) {
  addInspectors(entry, chains);
  addUnchecked(entry, chains);
}
function addBothInspectors(entry) {
  entry.inspectors.add("tls_inspector").add("http_inspector");
}
function addInspectors(entry, chains) {
  for (const inspector of inspectorsFor(chains)) entry.inspectors.add(inspector);
}
function addUnchecked(entry, chains) {
  for (const chain2 of chains) {
    entry.chains.push(chain2);
    const key2 = conflictKey(chain2);
    if (!entry.chainByKey.has(key2)) entry.chainByKey.set(key2, chain2);
  }
}
function mergeChains(entry, incoming, service) {
  for (const chain2 of incoming) {
    const key2 = conflictKey(chain2);
    const present = entry.chainByKey.get(key2);
    if (present === void 0) {
      entry.chains.push(chain2);
      entry.chainByKey.set(key2, chain2);
    } else if (present.destination.kind !== "routes") {
      noteContest(entry, chain2.match, present.service ?? entry.opener, service);
    }
  }
}
function concatenateChains(entry, incoming, behaves) {
  const { applicationProtocols } = plaintextHttp(behaves);
  const all = [...entry.chains, ...incoming].map(
    (chain2) => chain2.destination.kind === "routes" ? { ...chain2, match: { ...chain2.match, applicationProtocols } } : chain2
  );
  entry.chains.splice(0, entry.chains.length);
  entry.chainByKey.clear();
  addUnchecked(entry, all);
}
function dropChains(entry, incoming, service) {
  for (const chain2 of incoming) {
    const present = entry.chainByKey.get(conflictKey(chain2));
    if (present !== void 0 && present.destination.kind === "routes") continue;
    noteContest(entry, present === void 0 ? null : chain2.match, present?.service ?? entry.opener, service);
  }
}
function noteContest(entry, match2, winner, loser) {
  if (winner.resource === loser.resource && winner.host === loser.host) return;
  entry.contests.push({ address: entry.address, port: entry.port, match: match2, winner, loser });
}

// src/proxy/destination.ts
function targetOf(destinations, listenerPort, serviceOf3) {
  const [only, ...others] = destinations;
  if (only === void 0) return null;
  if (others.length === 0) return { kind: "cluster", cluster: destinationCluster(only, listenerPort, serviceOf3) };
  const clusters = {};
  for (const destination3 of destinations) {
    if (destination3.weight === 0) continue;
    const cluster = destinationCluster(destination3, listenerPort, serviceOf3);
    clusters[cluster] = (clusters[cluster] ?? 0) + destination3.weight;
  }
  return { kind: "weighted", clusters };
}
function destinationCluster({ host, subset, port }, listenerPort, serviceOf3) {
  const service = serviceOf3(host);
  const [only, ...others] = service?.ports ?? [];
  const implied = only !== void 0 && others.length === 0 ? only.number : listenerPort;
  const named2 = service?.resolution === "Alias" ? service.externalName ?? host : host;
  return clusterName(named2, port ?? implied, subset);
}

// src/proxy/domains.ts
function virtualHostDomains(service, host, port, recipient) {
  const withPort = (name) => port === null ? [name] : [name, `${name}:${port}`];
  const all = [];
  const expanded = /* @__PURE__ */ new Set();
  for (const name of [host, ...service.aliases]) {
    const others = otherNames(name, recipient).flatMap(withPort);
    all.push(...withPort(name), ...others);
    for (const other of others) expanded.add(other);
  }
  if (service.resolution === "Passthrough" && service.registry === "Kubernetes") {
    all.push(...all.map((domain) => `*.${domain}`));
  }
  const address = domainAddress(service, recipient);
  if (address !== null) all.push(...withPort(address.includes(":") ? `[${address}]` : address));
  return { all, expanded };
}
function otherNames(host, { namespace, behaves }) {
  const absolute = behaves("final-dot-names") && parseAddress(host) === null ? [`${host}.`] : [];
  return [...absolute, ...shortNames(host, namespace)];
}
function shortNames(host, namespace) {
  const dot = host.indexOf(".");
  const end = host.indexOf(".svc.");
  if (end <= dot || !host.endsWith(SERVICE_SUFFIX)) return [];
  const qualified = host.slice(0, end);
  const isOwn = host.slice(dot + 1, end) === namespace;
  return isOwn ? [host.slice(0, dot), `${qualified}.svc`, qualified] : [qualified, `${qualified}.svc`];
}
var SERVICE_SUFFIX = ".svc.cluster.local";

// src/mesh/delegates.ts
function withDelegates(root, delegateOf, visibilityOf) {
  if (root.http.every((rule) => rule.delegate === null)) return root;
  const http = root.http.flatMap((rule) => {
    if (rule.delegate === null) return [rule];
    const namespace = rule.delegate.namespace === "" ? root.namespace : rule.delegate.namespace;
    const delegate = delegateOf(namespace, rule.delegate.name);
    if (delegate === null) return [];
    const seen = visibilityOf(delegate);
    const isExported = seen.kind === "public" || seen.namespaces.has(root.namespace);
    return isExported ? delegate.http.flatMap((inner) => mergeRule(rule, inner)) : [];
  });
  return { ...root, http };
}
function mergeRule(root, inner) {
  const match2 = mergeMatches(root.match, inner.match);
  if (match2 === null) return [];
  const name = inner.name === "" ? root.name : root.name === "" ? inner.name : `${root.name}-${inner.name}`;
  const mirrors = inner.mirrors.length === 0 ? root.mirrors : inner.mirrors;
  return [{ ...inner, name, match: match2, mirrors, directResponse: inner.directResponse ?? root.directResponse }];
}
function mergeMatches(root, inner) {
  if (root.length === 0) return inner;
  if (inner.length === 0) return root;
  const merged = inner.map((narrow) => root.filter((wide2) => !conflicts(wide2, narrow)).map((wide2) => merge(wide2, narrow)));
  return merged.every((list4) => list4.length > 0) ? merged.flat() : null;
}
function merge(root, inner) {
  return {
    uri: inner.uri ?? root.uri,
    scheme: inner.scheme ?? root.scheme,
    method: inner.method ?? root.method,
    authority: inner.authority ?? root.authority,
    headers: { ...root.headers, ...inner.headers },
    withoutHeaders: { ...root.withoutHeaders, ...inner.withoutHeaders },
    queryParams: { ...root.queryParams, ...inner.queryParams },
    ignoreUriCase: inner.ignoreUriCase,
    port: inner.port === 0 ? root.port : inner.port,
    sourceLabels: { ...root.sourceLabels, ...inner.sourceLabels },
    sourceNamespace: inner.sourceNamespace === "" ? root.sourceNamespace : inner.sourceNamespace,
    gateways: inner.gateways.length === 0 ? root.gateways : inner.gateways
  };
}
function conflicts(root, inner) {
  const maps = ["headers", "withoutHeaders", "queryParams"];
  return textConflicts(root.uri, inner.uri) || textConflicts(root.scheme, inner.scheme) || textConflicts(root.method, inner.method) || textConflicts(root.authority, inner.authority) || maps.some((map) => Object.entries(inner[map]).some(([key2, value]) => textConflicts(root[map][key2] ?? null, value))) || root.ignoreUriCase !== inner.ignoreUriCase || root.port > 0 && inner.port > 0 && root.port !== inner.port || root.sourceNamespace !== "" && root.sourceNamespace !== inner.sourceNamespace || Object.entries(inner.sourceLabels).some(([key2, value]) => (root.sourceLabels[key2] ?? value) !== value) || root.gateways.length > 0 && inner.gateways.some((gateway) => !root.gateways.includes(gateway));
}
function textConflicts(root, inner) {
  if (root === null || inner === null) return false;
  if (root.kind === "exact") return inner.kind !== "exact" || inner.value !== root.value;
  if (root.kind === "prefix") {
    return !((inner.kind === "prefix" || inner.kind === "exact") && inner.value.startsWith(root.value));
  }
  return true;
}

// src/mesh/visibility.ts
var everyone = { kind: "public" };
var nobody = { kind: "namespaces", namespaces: /* @__PURE__ */ new Set() };
function visibility(exportTo, ownNamespace, defaultExportTo) {
  const list4 = exportTo ?? defaultExportTo;
  if (list4.includes("*")) return everyone;
  if (list4.includes("~")) return nobody;
  return { kind: "namespaces", namespaces: new Set(list4.map((entry) => entry === "." ? ownNamespace : entry)) };
}
function honoured(defaultExportTo, behaves) {
  if (behaves("whole-default-export-list")) return defaultExportTo;
  return [[".", "*"].find((entry) => defaultExportTo.includes(entry)) ?? "~"];
}

// src/mesh/virtual-services.ts
var MESH_GATEWAY = "mesh";
function indexVirtualServices(declared, { behaves, config }, ageOf, qualify) {
  const defaultExportTo = honoured(config.defaultVirtualServiceExportTo, behaves);
  const visibilityOf = ({ exportTo, namespace }) => visibility(exportTo === null || exportTo.length === 0 ? null : exportTo, namespace, defaultExportTo);
  const qualified = declared.map(qualify);
  const delegates = new Map(
    qualified.filter(({ hosts }) => hosts.length === 0).map((service) => [`${service.namespace}/${service.name}`, service])
  );
  const delegateOf = (namespace, name) => delegates.get(`${namespace}/${name}`) ?? null;
  const all = [];
  const publicOnes = [];
  const privateOnes = /* @__PURE__ */ new Map();
  const exported = /* @__PURE__ */ new Map();
  for (const service of sortByAge(qualified, ageOf, behaves)) {
    if (service.hosts.length === 0 || !isBoundToMesh(service)) continue;
    const merged = withDelegates(service, delegateOf, visibilityOf);
    all.push(merged);
    const seen = visibilityOf(service);
    if (seen.kind === "public") publicOnes.push(merged);
    else {
      for (const namespace of seen.namespaces) {
        const index = namespace === service.namespace ? privateOnes : exported;
        index.set(namespace, [...index.get(namespace) ?? [], merged]);
      }
    }
  }
  const everyone2 = [publicOnes];
  const hasOwn = (namespace) => privateOnes.has(namespace) || exported.has(namespace);
  const lists = /* @__PURE__ */ new Map();
  return {
    all,
    hasOwn,
    visibleTo(namespace) {
      if (!hasOwn(namespace)) return everyone2;
      const list4 = lists.get(namespace) ?? [
        privateOnes.get(namespace) ?? [],
        exported.get(namespace) ?? [],
        publicOnes
      ];
      lists.set(namespace, list4);
      return list4;
    }
  };
}
function isBoundToMesh({ gateways }) {
  return gateways.length === 0 || gateways.includes(MESH_GATEWAY);
}
function sortByAge(services, ageOf, behaves) {
  return services.map((service) => ({ service, age: ageOf(service), name: service.name, namespace: service.namespace })).sort(oldestFirst(behaves)).map(({ service }) => service);
}
function hasGatewaySemantics({ annotations }, behaves) {
  return behaves("gateway-semantics") && annotations["internal.istio.io/route-semantics"] === "gateway";
}

// src/proxy/source-match.ts
function matchesConnection(match2, proxy, port) {
  return (match2.gateways.length === 0 || match2.gateways.includes(MESH_GATEWAY)) && selects(match2.sourceLabels, proxy.labels) && (match2.port === 0 || match2.port === port) && (match2.sourceNamespace === "" || match2.sourceNamespace === proxy.namespace);
}
function matchesRequest(match2, proxy, port) {
  if (match2.port !== 0 && match2.port !== port) return false;
  if (match2.gateways.length > 0) return match2.gateways.includes(MESH_GATEWAY);
  return selects(match2.sourceLabels, proxy.labels) && (match2.sourceNamespace === "" || match2.sourceNamespace === proxy.namespace);
}

// src/proxy/tcp-chains.ts
function tcpChains(call, context) {
  const routes = context.routes.filter(({ hosts }) => hosts.some((host) => overlaps(host, call.service.host)));
  return isTls(call.port.protocol) ? tlsChains(call, context, routes) : plainChains(call, context, routes);
}
function tlsChains(call, context, routes) {
  const { port, service } = call;
  const chains = [];
  const handled = /* @__PURE__ */ new Set();
  const areLasting = context.recipient.behaves("lasting-subnets");
  let lasting = call.cidr;
  for (const { rule, via } of routes.flatMap((service2) => service2.tls.map((rule2) => ({ rule: rule2, via: service2 })))) {
    const target = targetOf(rule.route, port.number, context.serviceOf);
    if (target === null) continue;
    for (const match2 of rule.match) {
      if (!matchesConnection(match2, context.recipient, port.number)) continue;
      const isOwn = match2.destinationSubnets.length > 0 && port.number > 0;
      const prefixRanges = isOwn ? match2.destinationSubnets : lasting;
      if (areLasting) lasting = prefixRanges;
      const key2 = `${match2.sniHosts.join(",")}|${match2.destinationSubnets.join(",")}`;
      if (!handled.has(key2)) chains.push(chain(prefixRanges, match2.sniHosts, target, service, via));
      handled.add(key2);
    }
  }
  if (chains.length > 0) return chains;
  const names4 = needsServerName({ ...call, cidr: lasting }, context.recipient) ? serverNames(service, context.recipient) : [];
  return [chain(lasting, names4, ownTarget(call), service, null)];
}
function plainChains(call, context, routes) {
  const { port, service, cidr } = call;
  const chains = [];
  let isReplaced = false;
  for (const { rule, via } of routes.flatMap((service2) => service2.tcp.map((rule2) => ({ rule: rule2, via: service2 })))) {
    const target = targetOf(rule.route, port.number, context.serviceOf);
    if (target === null) continue;
    const matches = rule.match.filter((match2) => matchesConnection(match2, context.recipient, port.number));
    const isForAll = ({ destinationSubnets }) => destinationSubnets.length === 0 || port.number === 0;
    if (rule.match.length === 0 || matches.some(isForAll)) {
      return [...chains, chain(cidr, [], target, service, via)];
    }
    const subnets = matches.flatMap(({ destinationSubnets }) => destinationSubnets);
    if (subnets.length === 0) continue;
    chains.push(chain(subnets, [], target, service, via));
    if (sameList(subnets, cidr)) isReplaced = true;
  }
  return isReplaced ? chains : [...chains, chain(cidr, [], ownTarget(call), service, null)];
}
function chain(prefixRanges, names4, destination3, service, via) {
  const match2 = { ...everyConnection, prefixRanges: [...prefixRanges].sort(), serverNames: [...names4].sort() };
  return { match: match2, destination: destination3, service, via };
}
function ownTarget({ service, port }) {
  const [only, ...others] = service.ports;
  const target = only !== void 0 && others.length === 0 ? only.number : port.number;
  return { kind: "cluster", cluster: clusterName(service.host, target) };
}
function needsServerName({ service, bind, cidr }, recipient) {
  const address = listenAddress(service, recipient);
  const { addressing, behaves } = recipient;
  const wildcard = addressing.wildcards[0];
  return cidr.length > 0 || isPrefix2(address) || address === wildcard && bind === wildcard && (wildcard !== "::" || behaves("ipv6-server-names")) || isWildcard(service.host) && service.resolution === "DynamicDNS" && behaves("sidecar-dynamic-dns");
}
function serverNames(service, recipient) {
  return [service.host, ...service.aliases.flatMap((alias) => [alias, ...otherNames(alias, recipient)])];
}
function overlaps(a, b) {
  return isSubsetOf(a, b) || isSubsetOf(b, a);
}
function sameList(a, b) {
  return [...a].sort().join(" ") === [...b].sort().join(" ");
}

// src/proxy/outbound-listeners.ts
function buildEntries(scope, recipient) {
  const entries = /* @__PURE__ */ new Map();
  for (const listener of scope.listeners) {
    const binds = bindsOf(listener, recipient);
    const build2 = {
      bindToPort: listener.bindToPort,
      recipient,
      entries,
      routes: listener.routes,
      serviceOf: (host) => scope.serviceNamed(host)
    };
    const isFree = (port) => !isReserved(binds[0] ?? "", port, recipient);
    if (listener.port === null) {
      for (const entry of entries.values()) entry.locked = true;
      for (const service of listener.services) {
        for (const port of service.ports) if (isFree(port)) buildPortless(build2, service, port, binds);
      }
    } else if (isFree(listener.port)) {
      for (const service of listener.services) buildListener(build2, service, listener.port, binds);
    }
  }
  return { entries, contests: [...entries.values()].flatMap((entry) => entry.contests) };
}
function bindsOf({ bind, bindToPort, port }, { addressing, behaves }) {
  if (bind !== "") return [bind];
  if (bindToPort) return addressing.loopbacks;
  const isEverywhere = port !== null && !behaves("explicit-ports-by-service");
  return isEverywhere ? [addressing.wildcards[0]] : [];
}
function buildPortless(build2, service, port, binds) {
  const isHeadless = binds.length === 0 && service.resolution === "Passthrough" && service.address === UNSPECIFIED && (isTcp(port.protocol) || port.protocol === "Unsupported");
  if (!isHeadless) {
    buildListener(build2, service, port, binds);
    return;
  }
  const endpoints2 = service.endpoints.filter((endpoint) => endpoint.port === port.number);
  if (service.registry === "External" && endpoints2.length === 0 && service.selector === null) {
    buildListener(build2, service, port, binds);
    return;
  }
  for (const address of new Set(endpoints2.map((endpoint) => endpoint.address))) {
    if (parseAddress(address) !== null && address !== build2.recipient.ips[0])
      buildListener(build2, service, port, [address]);
  }
}
function buildListener(build2, service, port, binds) {
  const kind = listenerClass(port.protocol);
  if (service.resolution === "Alias" || kind === null) return;
  const { recipient } = build2;
  const { addresses: addresses3, cidr } = listenerPlace(service, kind, binds, recipient);
  const [address, ...additionalAddresses] = addresses3;
  if (address === void 0) return;
  const key2 = listenerKey(address, port.number);
  const entry = build2.entries.get(key2);
  if (entry?.locked === true) return;
  const relation = relationOf(port.protocol, entry?.protocol ?? null);
  if (entry !== void 0 && relation === "drop" && kind === "HTTP" && !isTcp(entry.protocol)) return;
  const chains = chainsOf({ service, port, bind: address, cidr }, kind, build2);
  if (entry !== void 0 && relation === "drop") {
    dropChains(entry, chains, service);
    return;
  }
  if (entry !== void 0 && (relation === "merge" || relation === "mix")) {
    if (recipient.behaves("merged-inspectors")) addInspectors(entry, chains);
    else if (relation === "mix") addBothInspectors(entry);
    const isUnchecked = relation === "mix" && kind !== "AUTO" && !recipient.behaves("checked-mixes");
    if (isUnchecked) concatenateChains(entry, chains, recipient.behaves);
    else mergeChains(entry, chains, service);
    if (relation === "mix") entry.protocol = "Unsupported";
    return;
  }
  const isSniffed = kind === "HTTP" && port.protocol !== "HTTP_PROXY" && address === build2.recipient.addressing.wildcards[0];
  const made = {
    address,
    additionalAddresses,
    port: port.number,
    bindToPort: build2.bindToPort,
    opener: service,
    protocol: isSniffed ? "Unsupported" : port.protocol,
    chains: [],
    inspectors: /* @__PURE__ */ new Set(),
    chainByKey: /* @__PURE__ */ new Map(),
    locked: false,
    contests: []
  };
  build2.entries.set(key2, made);
  openWith(made, chains);
}
function listenerPlace(service, kind, binds, recipient) {
  const { addressing } = recipient;
  if (binds.length > 0) return { addresses: binds, cidr: [] };
  if (kind === "HTTP") return { addresses: addressing.wildcards, cidr: [] };
  const address = listenAddress(service, recipient);
  const extra = extraAddresses(service, recipient);
  return isPrefix2(address) ? { addresses: [addressing.wildcards[0], ...furtherWildcards(recipient)], cidr: [address, ...extra] } : { addresses: [address, ...extra], cidr: [] };
}
function chainsOf(call, kind, build2) {
  switch (kind) {
    case "HTTP":
      return [httpChain(call, build2.recipient)];
    case "TCP":
      return tcpChains(call, build2);
    case "AUTO":
      return [...tcpChains(call, build2), httpChain(call, build2.recipient)];
  }
}
function httpChain({ service, port, bind }, { addressing, behaves }) {
  const isWild = bind === addressing.wildcards[0];
  const isAuto = port.protocol === "Unsupported";
  const isPrivate2 = isAuto || port.protocol === "HTTP_PROXY" && behaves("private-http-proxy-tables");
  const isSniffed = isAuto || isWild && port.protocol !== "HTTP_PROXY";
  const name = port.number === 0 ? bind : isPrivate2 && !isWild ? `${service.host}:${port.number}` : `${port.number}`;
  return {
    match: isSniffed ? plaintextHttp(behaves) : everyConnection,
    destination: { kind: "routes", name },
    service,
    via: null
  };
}
function isReserved(bind, port, { addressing, config, behaves }) {
  if (bind === "" ? !isHttp(port.protocol) : bind !== addressing.wildcards[0]) return false;
  const captured = [config.proxyListenPort, config.proxyInboundListenPort];
  return behaves("reserved-metadata-ports") && [STATUS_PORT, PROMETHEUS_PORT].includes(port.number) || behaves("reserved-capture-ports") && captured.includes(port.number);
}
var STATUS_PORT = 15021;
var PROMETHEUS_PORT = 15090;

// src/proxy/proxy.ts
function recipientOf(proxy, { behaves, config }) {
  return { ...proxy, addressing: addressingOf(proxy, behaves), behaves, config };
}
var families = {
  IPv4: { mode: "IPv4", wildcards: ["0.0.0.0"], loopbacks: ["127.0.0.1"] },
  IPv6: { mode: "IPv6", wildcards: ["::"], loopbacks: ["::1"] },
  dual: { mode: "dual", wildcards: ["0.0.0.0", "::"], loopbacks: ["127.0.0.1", "::1"] }
};
function addressingOf({ ips, capturesDns, allocatesAddresses }, behaves) {
  const hasV4 = ips.some((ip) => familyOf(ip) === 4);
  const hasV6 = ips.some((ip) => familyOf(ip) === 6);
  const family = hasV6 ? hasV4 ? families.dual : families.IPv6 : families.IPv4;
  const isSingle = !behaves("additional-addresses");
  return {
    mode: family.mode,
    wildcards: isSingle ? [family.wildcards[0]] : family.wildcards,
    loopbacks: isSingle ? [family.loopbacks[0]] : family.loopbacks,
    usesAutomaticAddresses: capturesDns && (allocatesAddresses || behaves("addresses-in-status"))
  };
}

// src/proxy/route-table.ts
var everyRequest = {
  path: { kind: "prefix", value: "/" },
  isCaseSensitive: true,
  headers: [],
  queryParams: {}
};
function isCatchAll({ path: path2, headers: headers2, queryParams }) {
  const isAnyPath = path2.kind === "prefix" && path2.value === "/" || path2.kind === "regex" && path2.value === ".*";
  return isAnyPath && headers2.length === 0 && Object.keys(queryParams).length === 0;
}

// src/proxy/claimed-hosts.ts
function claims(routes, byHost, port, recipient) {
  const isOwned = !recipient.behaves("oldest-wildcard-route");
  const owner = mostSpecific(firstByHost(routes));
  const relevant = port === 80 ? routes : routes.filter(({ hosts }) => hosts.some((host) => meansSome(host, byHost)));
  return relevant.flatMap((service) => {
    const services = [];
    const otherHosts = [];
    for (const host of service.hosts.filter((name) => !isWildcard(name))) {
      const named2 = byHost.get(tableName(host, recipient));
      if (named2 === void 0) otherHosts.push(host);
      else services.push(named2);
    }
    for (const host of service.hosts.map((name) => tableName(name, recipient)).filter(isWildcard)) {
      const covered = hasGatewaySemantics(service, recipient.behaves) ? [] : [...byHost].filter(([name]) => overlaps2(name, host));
      if (covered.length === 0) otherHosts.push(host);
      for (const [, candidate] of covered) {
        if (!isOwned || owner.find(candidate.host) === service) services.push(candidate);
      }
    }
    const isAllowed = ({ namespace: own2 }) => own2 === service.namespace || recipient.namespace === service.namespace;
    const isRestricted = hasGatewaySemantics(service, recipient.behaves) && recipient.behaves("gateway-routes-by-namespace");
    return isRestricted && !services.some(isAllowed) ? [] : [{ service, services, otherHosts }];
  });
}
function firstByHost(routes) {
  const first = /* @__PURE__ */ new Map();
  for (const service of routes) for (const host of service.hosts) if (!first.has(host)) first.set(host, service);
  return first;
}
function meansSome(host, byHost) {
  return byHost.has(host) || isWildcard(host) && [...byHost.keys()].some((name) => overlaps2(name, host));
}
function overlaps2(a, b) {
  return isSubsetOf(a, b) || isSubsetOf(b, a);
}
function tableName(host, { behaves }) {
  return behaves("lower-case-hosts") ? host.toLowerCase() : host;
}

// src/proxy/http-routes.ts
function httpRoutes(service, recipient, port, serviceOf3) {
  const routes = [];
  for (const rule of service.http) {
    const action = actionOf(rule, port, serviceOf3);
    const matches = rule.match.length === 0 ? [null] : rule.match;
    for (const match2 of matches) {
      if (match2 !== null && !matchesRequest(match2, recipient, port)) continue;
      const route = {
        name: rule.name,
        match: routeMatch(match2, hasGatewaySemantics(service, recipient.behaves)),
        action,
        via: service
      };
      routes.push(route);
      if (match2 === null || isLast(match2, route, recipient)) return routes;
    }
  }
  return routes;
}
function isLast(match2, route, { behaves }) {
  return isCatchAll(route.match) && (behaves("catch-all-routes") || isPlain(match2));
}
function isPlain({ uri, port, sourceLabels, sourceNamespace, gateways }) {
  const isUnconditional = port === 0 && sourceNamespace === "" && gateways.length === 0;
  return uri?.kind === "prefix" && isUnconditional && Object.keys(sourceLabels).length === 0;
}
function actionOf(rule, port, serviceOf3) {
  if (rule.redirect) return { kind: "redirect" };
  if (rule.directResponse !== null) return { kind: "direct-response", status: rule.directResponse };
  return targetOf(rule.route, port, serviceOf3) ?? { kind: "weighted", clusters: {} };
}
function routeMatch(match2, isGateway2) {
  if (match2 === null) return everyRequest;
  const named2 = [
    ...Object.entries(match2.headers).map(([name, value]) => header(name, value, false)),
    ...Object.entries(match2.withoutHeaders).map(([name, value]) => header(name, value, true))
  ].sort((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  const pseudo = [
    ...match2.method === null ? [] : [header(":method", match2.method, false)],
    ...match2.authority === null ? [] : [header(":authority", match2.authority, false)],
    ...match2.scheme === null ? [] : [header(":scheme", match2.scheme, false)]
  ];
  return {
    path: pathMatch(match2.uri, isGateway2),
    isCaseSensitive: !match2.ignoreUriCase,
    headers: [...named2, ...pseudo],
    queryParams: match2.queryParams
  };
}
function header(name, match2, isInverted) {
  return { name, match: match2, isInverted };
}
function pathMatch(uri, isGateway2) {
  if (uri === null || uri.kind === "present") return everyRequest.path;
  if (uri.kind === "exact") return { kind: "path", value: uri.value };
  if (uri.kind === "regex") return { kind: "regex", value: uri.value };
  const isWhole = isGateway2 && uri.value !== "/" && uri.value.endsWith("/");
  return { kind: "prefix", value: isWhole ? uri.value.slice(0, -1) : uri.value };
}

// src/proxy/virtual-hosts.ts
function serviceVirtualHosts(listener, listenerPort, recipient) {
  const port = listener.port?.protocol === "HTTP_PROXY" ? 0 : listenerPort;
  const byHost = /* @__PURE__ */ new Map();
  for (const service of listener.services) {
    if (service.resolution === "Alias" && !recipient.behaves("claimable-aliases")) continue;
    const ports = portsAt(service, port);
    if (port === 0) byHost.set(service.host, service);
    else if (ports.length > 0)
      byHost.set(
        tableName(service.host, recipient),
        ports.length === service.ports.length ? service : { ...service, ports }
      );
  }
  return virtualHostsOf(wrappers(listener, byHost, port, recipient), port, recipient);
}
function wrappers(listener, byHost, port, recipient) {
  const unclaimed = new Map(byHost);
  const found = [];
  for (const claim of claims(listener.routes, byHost, port, recipient)) {
    const routes = httpRoutes(claim.service, recipient, port, (host) => byHost.get(host) ?? null);
    if (routes.length === 0) continue;
    const byPort2 = /* @__PURE__ */ new Map();
    for (const service of claim.services) {
      for (const { number } of service.ports.filter(({ protocol }) => isHttpOrSniffed(protocol))) {
        byPort2.set(number, [...byPort2.get(number) ?? [], service]);
      }
    }
    if (byPort2.size === 0 && port === 80) byPort2.set(80, []);
    for (const [number, services] of byPort2) {
      found.push({ port: number, services, otherHosts: claim.otherHosts, routes });
      for (const { host } of services) unclaimed.delete(port === 0 ? host : tableName(host, recipient));
    }
  }
  for (const [host, service] of unclaimed) {
    for (const { number } of servedPorts(service)) {
      const action = { kind: "cluster", cluster: clusterName(host, number) };
      found.push({
        port: number,
        services: [service],
        otherHosts: [],
        routes: [{ name: "default", match: everyRequest, action, via: null }]
      });
    }
  }
  return found;
}
function virtualHostsOf(found, port, recipient) {
  const realNames = new Set(
    found.flatMap(
      ({ services, port: number }) => services.flatMap(({ host }) => namesOf2(tableName(host, recipient), number))
    )
  );
  const named2 = port !== 0 && recipient.behaves("port-blind-hosts") ? "plain" : "also-with-port";
  const names4 = /* @__PURE__ */ new Set();
  const claimed = /* @__PURE__ */ new Set();
  const build2 = (host, wrapper, service) => {
    const name = `${host}:${wrapper.port}`;
    if (names4.has(name)) return [];
    names4.add(name);
    const { all, expanded } = service === null ? { all: foreignDomains(host, wrapper.port, recipient), expanded: /* @__PURE__ */ new Set() } : virtualHostDomains(service, host, named2 === "plain" ? null : wrapper.port, recipient);
    const domains = all.filter((domain) => {
      const key2 = recipient.behaves("domains-in-any-case") ? domain.toLowerCase() : domain;
      const isTaken = claimed.has(key2) || expanded.has(domain) && realNames.has(domain);
      if (!isTaken) claimed.add(key2);
      return !isTaken && (port !== 0 || wrapper.port === 80 || domain.includes(":"));
    });
    return domains.length === 0 ? [] : [{ name, domains, routes: wrapper.routes }];
  };
  return found.flatMap((wrapper) => [
    ...wrapper.otherHosts.flatMap((host) => build2(tableName(host, recipient), wrapper, null)),
    ...wrapper.services.flatMap(
      (service) => build2(port === 0 ? service.host : tableName(service.host, recipient), wrapper, service)
    )
  ]);
}
function foreignDomains(host, port, { behaves }) {
  const name = host.includes(":") ? `[${host}]` : host;
  return behaves("port-blind-hosts") ? [name] : [name, `${name}:${port}`];
}
function namesOf2(host, port) {
  return [host, `${host}:${port}`];
}
function servedPorts({ resolution, ports }) {
  return resolution === "Alias" ? [] : ports.filter(({ protocol }) => isHttpOrSniffed(protocol));
}
function portsAt({ ports }, port) {
  if (port === 0) return ports;
  const found = ports.find(({ number, protocol }) => number === port && protocol !== "UDP");
  return found === void 0 ? [] : [found];
}

// src/proxy/route-tables.ts
function createRouteTables(scope, recipient) {
  const tables = /* @__PURE__ */ new Map();
  const hostsByDomain = /* @__PURE__ */ new Map();
  function hostsOf2(port, bind) {
    const listener = egressListenerFor(scope, port, bind);
    return listener === null ? [] : serviceVirtualHosts(listener, port, recipient);
  }
  function privateHosts(host, port, name) {
    const byDomain = hostsByDomain.get(port) ?? new Map(hostsOf2(port, name).flatMap((virtualHost) => virtualHost.domains.map((domain) => [domain, virtualHost])));
    hostsByDomain.set(port, byDomain);
    if (!recipient.behaves("private-tables-for-any-host")) {
      const named2 = byDomain.get(name);
      return named2 === void 0 ? [...new Set(byDomain.values())] : [named2];
    }
    const own2 = [...new Set([host, name].flatMap((domain) => byDomain.get(domain) ?? []))];
    return own2.length === 1 ? own2.map((virtualHost) => ({ ...virtualHost, domains: ["*"] })) : own2;
  }
  return (name) => {
    const known2 = tables.get(name);
    if (known2 !== void 0) return known2;
    const { host, port } = parseRouteName(name);
    const virtualHosts = host === null ? [...hostsOf2(port, name), catchAll(scope.policy)] : privateHosts(host, port, name);
    const table = { name, ignoresPort: recipient.behaves("port-blind-hosts"), virtualHosts };
    tables.set(name, table);
    return table;
  };
}
function parseRouteName(name) {
  if (name.startsWith("unix://") || name === HTTP_PROXY_ROUTES) return { host: null, port: 0 };
  const colon = name.lastIndexOf(":");
  return { host: colon < 0 ? null : name.slice(0, colon), port: Number(name.slice(colon + 1)) };
}
function egressListenerFor({ listeners: listeners2 }, port, bind) {
  const found = listeners2.find(
    (listener) => listener.port === null ? true : listener.port.number === port && (port !== 0 || listener.bind === bind)
  );
  return found ?? null;
}
function catchAll(policy) {
  const isBlocked = policy.mode === "REGISTRY_ONLY";
  const name = isBlocked ? "block_all" : "allow_any";
  const action = isBlocked ? { kind: "direct-response", status: 502 } : { kind: "cluster", cluster: policyCluster(policy) };
  return { name, domains: ["*"], routes: [{ name, match: everyRequest, action, via: null }] };
}

// src/proxy/configuration.ts
function configureProxy(scope, proxy, mesh) {
  const recipient = recipientOf(proxy, mesh);
  const { entries, contests: contests2 } = buildEntries(scope, recipient);
  const httpProxy = httpProxyListener(recipient);
  const listeners2 = [
    ...[...entries.values()].map((entry) => finalizeListener(entry, scope.policy, recipient)),
    ...httpProxy === null ? [] : [httpProxy],
    virtualOutbound(scope.policy, recipient)
  ];
  let clusters = null;
  return {
    scope,
    listeners: listeners2,
    routeNames: [...new Set(listeners2.flatMap(routeNamesOf))],
    routeTable: createRouteTables(scope, recipient),
    clusters: () => clusters ??= buildClusters(scope, recipient, mesh.policies),
    contests: contests2
  };
}
function routeNamesOf({ chains, defaultChain }) {
  const all = defaultChain === null ? chains : [...chains, defaultChain];
  return all.flatMap(({ destination: destination3 }) => destination3.kind === "routes" ? [destination3.name] : []);
}

// src/scope/cluster-services.ts
function mergedByHost(lists, behaves) {
  const combine2 = behaves("merge-like-services") ? combineAlike : behaves("copies-keep-endpoints") ? combineOfNamespace : combineWithoutEndpoints;
  const byHost = /* @__PURE__ */ new Map();
  for (const services of lists) {
    for (const service of services) {
      const existing = byHost.get(service.host);
      const isNew2 = existing === void 0 || existing === service;
      byHost.set(service.host, isNew2 ? service : combine2(existing, service));
    }
  }
  return [...byHost.values()];
}
function combineAlike(existing, incoming) {
  if (existing.registry !== incoming.registry) return existing.registry === "Kubernetes" ? existing : incoming;
  return agree(existing, incoming) ? withPortsOf(existing, incoming) : existing;
}
function combineOfNamespace(existing, incoming) {
  return existing.namespace === incoming.namespace ? withPortsOf(existing, incoming) : existing;
}
function combineWithoutEndpoints(existing, incoming) {
  if (existing.namespace !== incoming.namespace) return existing;
  const endpoints2 = existing.endpoints.filter(({ port }) => existing.ports.some(({ number }) => number === port));
  return { ...withPortsOf(existing, incoming), endpoints: endpoints2 };
}
function withPortsOf(existing, incoming) {
  const added = incoming.ports.filter((port) => existing.ports.every((known2) => known2.number !== port.number));
  return added.length === 0 ? existing : { ...existing, ports: [...existing.ports, ...added] };
}
function agree(a, b) {
  return a.namespace === b.namespace && a.resolution === b.resolution && sameLabels2(a.resource.labels, b.resource.labels) && sameLabels2(a.selector ?? {}, b.selector ?? {}) && sameSet2(a.exportTo ?? [], b.exportTo ?? []);
}
function sameLabels2(a, b) {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key2) => a[key2] === b[key2]);
}
function sameSet2(a, b) {
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && [...left].every((entry) => right.has(entry));
}

// src/scope/egress-host.ts
function parseEgressHost(text5, governedNamespace) {
  const parts = text5.split("/");
  const [namespace, name] = parts;
  if (parts.length !== 2 || namespace === void 0 || name === void 0) return null;
  return { namespace: namespace === "." ? governedNamespace : namespace, name };
}
function classifyEgressHosts(hosts, governedNamespace, behaves) {
  const names4 = /* @__PURE__ */ new Map();
  for (const text5 of hosts) {
    const entry = parseEgressHost(text5, governedNamespace);
    if (entry === null) continue;
    names4.set(entry.namespace, [...names4.get(entry.namespace) ?? [], entry.name]);
  }
  const anywhere = names4.get("*");
  const forAll = anywhere === void 0 ? [] : [hostNames(anywhere)];
  names4.delete("*");
  const forOne = new Map(
    [...names4].map(([namespace, list4]) => [
      namespace,
      [hostNames(list4), ...behaves("fall-through-to-any-namespace") ? forAll : []]
    ])
  );
  return {
    namespaces: anywhere === void 0 ? new Set(names4.keys()) : null,
    namesFor: (namespace) => forOne.get(namespace) ?? forAll
  };
}
function hostNames(list4) {
  if (list4.includes("*")) return { matches: () => true };
  const exact = new Set(list4.filter((name) => !name.startsWith("*")));
  const wildcards = list4.filter((name) => name.startsWith("*"));
  return { matches: (host) => exact.has(host) || wildcards.some((pattern) => isSubsetOf(host, pattern)) };
}

// src/scope/select-virtual-services.ts
function selectVirtualServices(visible2, hosts, namespace, behaves) {
  const isOwnGateway = (service) => hasGatewaySemantics(service, behaves) && service.namespace === namespace;
  const ownGatewayFirst = (group) => [
    ...group.filter(isOwnGateway),
    ...group.filter((service) => !isOwnGateway(service))
  ];
  if (hosts === null) {
    const isForPublic = (at) => at === visible2.length - 1 && behaves("own-gateway-routes-first-without-sidecar");
    return visible2.flatMap((group, at) => isForPublic(at) ? ownGatewayFirst(group) : group);
  }
  const names4 = /* @__PURE__ */ new Map();
  for (const text5 of hosts) {
    const entry = parseEgressHost(text5, namespace);
    if (entry !== null) names4.set(entry.namespace, [...names4.get(entry.namespace) ?? [], entry.name]);
  }
  const isImported = (service) => {
    const isGateway2 = hasGatewaySemantics(service, behaves);
    const patterns = [...names4.get(service.namespace) ?? [], ...names4.get("*") ?? []];
    return service.hosts.some((host) => patterns.some((pattern) => fits(host, pattern, isGateway2)));
  };
  const isUnified = behaves("unified-sidecar-scope");
  const imported = visible2.flatMap((group) => (isUnified ? ownGatewayFirst(group) : group).filter(isImported));
  return behaves("routes-by-name") ? firstOfEachName(imported) : imported;
}
function firstOfEachName(routes) {
  const first = /* @__PURE__ */ new Map();
  for (const route of routes) if (!first.has(route.name)) first.set(route.name, route);
  return [...first.values()];
}
function fits(host, pattern, isOneWay) {
  return isSubsetOf(host, pattern) || !isOneWay && isWildcard(host) && isSubsetOf(pattern, host);
}

// src/scope/default-scope.ts
function defaultListener(mesh, namespace) {
  const visible2 = mesh.visibleTo(namespace);
  const isMerged = mesh.behaves("one-service-a-host-without-sidecar");
  return {
    port: null,
    bind: "",
    bindToPort: false,
    services: isMerged ? mergedByHost([visible2], mesh.behaves) : visible2,
    contests: isMerged ? contestsOf(visible2, mesh) : [],
    routes: selectVirtualServices(mesh.routes.visibleTo(namespace), null, namespace, mesh.behaves),
    destinations: []
  };
}
function contestsOf(visible2, { sharedHosts: sharedHosts2 }) {
  return [...sharedHosts2].flatMap((host) => {
    const rivals = visible2.filter((service) => service.host === host);
    const kubernetes = rivals.find(({ registry }) => registry === "Kubernetes");
    const winner = kubernetes ?? rivals[0];
    const losers = /* @__PURE__ */ new Map();
    for (const service of rivals) if (!losers.has(service.namespace)) losers.set(service.namespace, service);
    if (winner === void 0) return [];
    losers.delete(winner.namespace);
    const isOnly = kubernetes !== void 0 && [...losers.values()].every(({ registry }) => registry === "External");
    const contest3 = {
      host,
      winner,
      losers: [...losers.values()],
      decidedBy: isOnly ? "kubernetes" : "age"
    };
    return losers.size === 0 ? [] : [contest3];
  });
}

// src/scope/known-services.ts
function knownServices(listeners2, isLikeSidecar, behaves) {
  const lists = listeners2.flatMap(({ services, destinations }) => [services, destinations]);
  const areMerged = isLikeSidecar || behaves("one-service-a-host-without-sidecar");
  let merged = null;
  let byHost = null;
  const clusterServices = () => merged ??= areMerged ? mergedByHost(lists, behaves) : lists.flat();
  return {
    clusterServices,
    serviceNamed: (host) => (byHost ??= firstOrKubernetes(clusterServices())).get(host) ?? null
  };
}
function firstOrKubernetes(services) {
  const byHost = /* @__PURE__ */ new Map();
  for (const service of services) {
    const known2 = byHost.get(service.host);
    if (known2 === void 0 || known2.registry !== "Kubernetes" && service.registry === "Kubernetes") {
      byHost.set(service.host, service);
    }
  }
  return byHost;
}

// src/scope/shared-merges.ts
function withSharedMerges(mesh, listenersOf3) {
  const joined3 = /* @__PURE__ */ new Map();
  const own2 = new Set(mesh.services);
  for (const { sidecar, namespace } of governed(mesh)) {
    const first = /* @__PURE__ */ new Map();
    for (const { services, destinations } of listenersOf3(mesh, namespace, sidecar)) {
      for (const service of [...services, ...destinations]) {
        const known2 = first.get(service.host);
        if (known2 === void 0) first.set(service.host, service);
        else if (known2.namespace === service.namespace && own2.has(known2)) {
          const ports = joined3.get(known2) ?? known2.ports;
          const added = service.ports.filter(({ number }) => ports.every((port) => port.number !== number));
          if (added.length > 0) joined3.set(known2, [...ports, ...added]);
        }
      }
    }
  }
  if (joined3.size === 0) return mesh;
  const grown = /* @__PURE__ */ new Map();
  const grow = (service) => {
    const ports = joined3.get(service);
    if (ports === void 0) return service;
    const made = grown.get(service) ?? mesh.conversion.withJoinedPorts(service, ports);
    grown.set(service, made);
    return made;
  };
  return {
    ...mesh,
    services: mesh.services.map(grow),
    visibleTo: (namespace) => mesh.visibleTo(namespace).map(grow),
    servicesNamed: (host) => new Map([...mesh.servicesNamed(host)].map(([name, service]) => [name, grow(service)]))
  };
}
function governed({ sidecars, services, config }) {
  const own2 = sidecars.map((sidecar) => ({ sidecar, namespace: sidecar.namespace }));
  const forAll = sidecars.filter(({ workloadSelector: workloadSelector2 }) => workloadSelector2 === null);
  const root = forAll.find(({ namespace }) => namespace === config.rootNamespace);
  if (root === void 0) return own2;
  const covered = new Set(forAll.map(({ namespace }) => namespace));
  const others = new Set(services.map(({ namespace }) => namespace).filter((namespace) => !covered.has(namespace)));
  return [...own2, ...[...others].map((namespace) => ({ sidecar: root, namespace }))];
}

// src/scope/route-destinations.ts
function routeDestinations(routes, namespace, onlyPort, mesh) {
  return routes.flatMap(
    (service) => [...destinationPorts(service, mesh.behaves("destinations-by-source-namespace") ? namespace : null)].flatMap(
      ([host, ports]) => {
        const found = mesh.servicesNamed(host);
        const meant = found.get(namespace) ?? bestVisible(found, namespace, mesh);
        const trimmed = meant === void 0 ? null : trim(meant, ports, onlyPort, mesh);
        return trimmed === null ? [] : [trimmed];
      }
    )
  );
}
function namespacesThatMatter(routes, mesh) {
  const namespaces = /* @__PURE__ */ new Set();
  for (const service of routes) {
    if (hasGatewaySemantics(service, mesh.behaves)) namespaces.add(service.namespace);
    for (const { match: match2 } of [...service.http, ...service.tls, ...service.tcp]) {
      for (const { sourceNamespace } of match2) if (sourceNamespace !== "") namespaces.add(sourceNamespace);
    }
    for (const host of destinationPorts(service, null).keys()) {
      const found = mesh.servicesNamed(host);
      if (found.size > 1 || [...found.values()].some((declared) => mesh.exportOf(declared).kind !== "public")) {
        for (const owner of found.keys()) namespaces.add(owner);
      }
    }
  }
  return namespaces;
}
function destinationPorts({ http, tls, tcp }, namespace) {
  const ports = /* @__PURE__ */ new Map();
  const rules2 = http.filter((rule) => namespace === null || appliesTo(rule, namespace));
  const destinations = [...rules2, ...tls, ...tcp].flatMap(({ route }) => route);
  for (const { host, port } of [...destinations, ...rules2.flatMap(({ mirrors }) => mirrors)]) {
    ports.set(host, (ports.get(host) ?? /* @__PURE__ */ new Set()).add(port ?? 0));
  }
  return ports;
}
function appliesTo({ match: match2 }, namespace) {
  const sources = match2.map(({ sourceNamespace }) => sourceNamespace).filter((source) => source !== "");
  return sources.length === 0 || sources.includes(namespace);
}
function bestVisible(found, namespace, mesh) {
  const visible2 = [...found.values()].filter((service) => {
    const seen = mesh.exportOf(service);
    return seen.kind === "public" || seen.namespaces.has(namespace);
  });
  if (!mesh.behaves("best-destination-namespace")) {
    return visible2.reduce(
      (first, service) => first === void 0 || service.namespace < first.namespace ? service : first,
      void 0
    );
  }
  const dated = visible2.map((service) => ({
    service,
    age: mesh.ageOf(service.resource),
    name: "",
    namespace: service.namespace
  }));
  const [oldest] = dated.sort(oldestFirst(mesh.behaves));
  return visible2.find(({ registry }) => registry === "Kubernetes") ?? oldest?.service;
}
function trim(service, wanted, onlyPort, { conversion, behaves }) {
  if (onlyPort !== null) return conversion.forPort(service, onlyPort);
  if (wanted.has(0) || !behaves("destination-ports")) return service;
  const kept = service.ports.filter(({ number }) => wanted.has(number));
  if (kept.length === service.ports.length) return service;
  return kept.length === 0 ? null : conversion.withPorts(service, kept);
}

// src/scope/select-services.ts
function selectServices(visible2, hosts, namespace, onlyPort, { conversion, sharedHosts: sharedHosts2, behaves }) {
  const classified = classifyEgressHosts(hosts, namespace, behaves);
  const imported = [];
  for (const service of visible2) {
    if (classified.namespaces !== null && !classified.namespaces.has(service.namespace)) continue;
    for (const names4 of classified.namesFor(service.namespace)) {
      const kept = importService(service, names4, onlyPort, conversion);
      if (kept === null) continue;
      imported.push(kept);
      break;
    }
  }
  return settleHosts(imported, namespace, sharedHosts2, behaves("unified-sidecar-scope"));
}
function importService(service, names4, onlyPort, conversion) {
  if (!names4.matches(service.host)) return null;
  const trimmed = onlyPort === null ? service : conversion.forPort(service, onlyPort);
  if (trimmed === null || trimmed.aliases.length === 0) return trimmed;
  const aliases = trimmed.aliases.filter((alias) => names4.matches(alias));
  return aliases.length === trimmed.aliases.length ? trimmed : conversion.withAliases(trimmed, aliases);
}
function settleHosts(imported, namespace, sharedHosts2, prefersKubernetes) {
  const winners = /* @__PURE__ */ new Map();
  let isContested = false;
  for (const service of imported) {
    if (!sharedHosts2.has(service.host)) continue;
    const winner = winners.get(service.host);
    if (winner === void 0) {
      winners.set(service.host, service);
      continue;
    }
    if (winner.namespace === service.namespace) continue;
    isContested = true;
    const isPreferred = prefersKubernetes && winner.registry !== "Kubernetes" && service.registry === "Kubernetes";
    if (service.namespace === namespace || isPreferred && winner.namespace !== namespace) {
      winners.set(service.host, service);
    }
  }
  if (!isContested) return { services: imported, contests: [] };
  const services = [];
  const losers = /* @__PURE__ */ new Map();
  for (const service of imported) {
    const winner = winners.get(service.host);
    if (winner === void 0 || winner.namespace === service.namespace) {
      services.push(service);
      continue;
    }
    const lost = losers.get(service.host) ?? /* @__PURE__ */ new Map();
    losers.set(service.host, lost);
    if (!lost.has(service.namespace)) lost.set(service.namespace, service);
  }
  return {
    services,
    contests: [...losers].flatMap(([host, lost]) => contest2(winners.get(host), lost, namespace, prefersKubernetes))
  };
}
function contest2(winner, lost, namespace, prefersKubernetes) {
  if (winner === void 0) return [];
  const losers = [...lost.values()];
  const isOnlyKubernetes = prefersKubernetes && winner.registry === "Kubernetes" && losers.every(({ registry }) => registry === "External");
  const decidedBy = winner.namespace === namespace ? "own-namespace" : isOnlyKubernetes ? "kubernetes" : "age";
  return [{ host: winner.host, winner, losers, decidedBy }];
}

// src/scope/scope.ts
var everything = [{ port: null, bind: "", captureMode: "DEFAULT", hosts: ["*/*"] }];
function createScopes(given) {
  const mesh = given.behaves("shared-merges") ? withSharedMerges(given, listenersOf) : given;
  const families2 = /* @__PURE__ */ new Map();
  return {
    scopeOf(namespace, sidecar) {
      const view = mesh.viewOf(namespace);
      const bySidecar = families2.get(view) ?? /* @__PURE__ */ new Map();
      families2.set(view, bySidecar);
      const family = bySidecar.get(sidecar) ?? startFamily(mesh, buildScope(mesh, namespace, sidecar), namespace);
      bySidecar.set(sidecar, family);
      const key2 = family.keyOf(namespace);
      const scope = family.scopes.get(key2) ?? buildScope(mesh, namespace, sidecar);
      family.scopes.set(key2, scope);
      return scope;
    }
  };
}
function startFamily(mesh, first, namespace) {
  const usesOwn = (first.sidecar?.egress ?? []).some(({ hosts }) => hosts.some((host) => host.startsWith("./")));
  const contenders = new Set(
    first.listeners.flatMap(
      ({ contests: contests2 }) => contests2.flatMap(({ winner, losers }) => [winner, ...losers].map((service) => service.namespace))
    )
  );
  for (const { routes } of first.listeners) {
    for (const name of namespacesThatMatter(routes, mesh)) contenders.add(name);
  }
  const keyOf4 = (other) => usesOwn || contenders.has(other) ? other : "";
  return { keyOf: keyOf4, scopes: /* @__PURE__ */ new Map([[keyOf4(namespace), first]]) };
}
function buildScope(mesh, namespace, sidecar) {
  const isLikeSidecar = sidecar !== null || mesh.behaves("default-scope-like-sidecar");
  const listeners2 = isLikeSidecar ? listenersOf(mesh, namespace, sidecar) : [defaultListener(mesh, namespace)];
  return {
    sidecar,
    listeners: listeners2,
    ...knownServices(listeners2, isLikeSidecar, mesh.behaves),
    // SC-7: nothing is inherited, a Sidecar without a policy of its own has that of the mesh.
    policy: sidecar?.outboundTrafficPolicy ?? mesh.config.outboundTrafficPolicy
  };
}
function listenersOf(mesh, namespace, sidecar) {
  const egress = sidecar === null || sidecar.egress.length === 0 ? everything : sidecar.egress;
  return egress.map((listener) => scopedListener(mesh, namespace, listener));
}
function scopedListener(mesh, namespace, { port, bind, captureMode: captureMode2, hosts }) {
  const protocol = port === null ? null : parseProtocol(port.protocol, mesh.behaves);
  const onlyPort = port === null || port.number === 0 || protocol === "HTTP_PROXY" ? null : port.number;
  const routes = selectVirtualServices(mesh.routes.visibleTo(namespace), hosts, namespace, mesh.behaves);
  return {
    port: port === null || protocol === null ? null : { number: port.number, protocol },
    bind,
    bindToPort: captureMode2 === "NONE" || bind.startsWith("unix://"),
    ...selectServices(mesh.visibleTo(namespace), hosts, namespace, onlyPort, mesh),
    routes,
    destinations: routeDestinations(routes, namespace, onlyPort, mesh)
  };
}

// src/scope/select-sidecar.ts
function selectSidecar(mesh, namespace, labels) {
  const local = mesh.sidecars.filter((sidecar) => sidecar.namespace === namespace);
  const isGovernedFromRoot = mesh.behaves("root-sidecar-everywhere") || mesh.declares(namespace);
  const steps = [
    local.filter(({ workloadSelector: workloadSelector2 }) => workloadSelector2 !== null && selects(workloadSelector2, labels)),
    local.filter(({ workloadSelector: workloadSelector2 }) => workloadSelector2 === null),
    !isGovernedFromRoot ? [] : mesh.sidecars.filter(
      (sidecar) => sidecar.namespace === mesh.config.rootNamespace && sidecar.workloadSelector === null
    )
  ];
  const [chosen, ...rivals] = steps.find((step) => step.length > 0) ?? [];
  return { chosen: chosen ?? null, rivals };
}

// src/diff/simulation.ts
var POD_ADDRESS = "192.0.0.8";
function startMesh(mesh, areNamesQualified) {
  const scopes = createScopes(mesh);
  const choices = /* @__PURE__ */ new Map();
  const sidecars = /* @__PURE__ */ new Map();
  const choice2 = ({ namespace, labels }) => {
    const key2 = groupKey({ namespace, labels });
    const made = choices.get(key2) ?? selectSidecar(mesh, namespace, labels);
    choices.set(key2, made);
    return made;
  };
  return {
    mesh,
    choice: choice2,
    sidecar(group) {
      const scope = scopes.scopeOf(group.namespace, choice2(group).chosen);
      const byNamespace2 = sidecars.get(scope) ?? /* @__PURE__ */ new Map();
      sidecars.set(scope, byNamespace2);
      const key2 = distinction(scope, mesh, group, areNamesQualified);
      const made = byNamespace2.get(key2) ?? startSidecar(
        configureProxy(scope, { ...group, ips: [POD_ADDRESS], capturesDns: false, allocatesAddresses: false }, mesh)
      );
      byNamespace2.set(key2, made);
      return made;
    }
  };
}
function distinction(scope, { policies: policies2 }, { namespace, labels }, areNamesQualified) {
  const hasOwnNamespace = !areNamesQualified || policies2.concerns(namespace);
  const hasOwnLabels = policies2.select || scope.listeners.some(({ routes }) => routes.some(looksAtLabels));
  const none = {};
  return groupKey({ namespace: hasOwnNamespace ? namespace : "", labels: hasOwnLabels ? labels : none });
}
function looksAtLabels({ http, tls, tcp }) {
  return [...http, ...tls, ...tcp].some(
    ({ match: match2 }) => match2.some(({ sourceLabels }) => Object.keys(sourceLabels).length > 0)
  );
}
function groupKey({ namespace, labels }) {
  const pairs = Object.entries(labels).map(([key2, value]) => `${key2}=${value}`);
  return `${namespace} ${pairs.sort().join(",")}`;
}

// src/mesh/kubernetes-service.ts
function fromKubernetesService(service, { behaves, config }, invented) {
  const isExternalName = service.type === "ExternalName" && service.externalName !== "";
  const isAlias = isExternalName && behaves("external-name-aliases");
  const hasNoAddress2 = service.clusterIP === null && invented === null;
  const isHeadless = !isExternalName && (service.clusterIP === "None" || hasNoAddress2 && behaves("headless-without-address"));
  const given = service.clusterIPs.length > 0 ? service.clusterIPs : service.clusterIP === null ? [] : [service.clusterIP];
  const addresses3 = isExternalName || isHeadless ? [] : given.length > 0 ? given : invented === null ? [] : [invented];
  return {
    host: `${service.name}.${service.namespace}.svc.${config.domain}`,
    name: service.name,
    namespace: service.namespace,
    registry: "Kubernetes",
    resolution: isAlias ? "Alias" : isExternalName ? "DNSLB" : isHeadless ? "Passthrough" : "ClientSideLB",
    address: addresses3[0] ?? UNSPECIFIED,
    clusterAddresses: addresses3,
    automaticAddresses: [],
    ports: service.ports.map((port) => ({
      name: port.name,
      number: port.port,
      protocol: kubernetesProtocol(port, behaves)
    })),
    exportTo: exportToAnnotation(service, behaves),
    aliases: [],
    externalName: isExternalName ? service.externalName : null,
    endpoints: isExternalName ? service.ports.map(({ port }) => ({ address: service.externalName, port, labels: {} })) : [],
    selector: null,
    resource: service
  };
}
function exportToAnnotation({ annotations }, behaves) {
  const text5 = annotations["networking.istio.io/exportTo"] ?? "";
  return text5 === "" ? null : text5.split(",").map((entry) => behaves("trimmed-export-to") ? entry.trim() : entry);
}

// src/mesh/service-entry.ts
var resolutions = {
  NONE: "Passthrough",
  STATIC: "ClientSideLB",
  DNS: "DNSLB",
  DNS_ROUND_ROBIN: "DNSRoundRobinLB",
  DYNAMIC_DNS: "DynamicDNS"
};
function fromServiceEntry(entry, { behaves }) {
  const addresses3 = entry.addresses.length === 0 ? [UNSPECIFIED] : entry.addresses.flatMap(listenAddress2);
  const ports = entry.ports.map((port) => ({
    name: port.name,
    number: port.number,
    protocol: parseProtocol(port.protocol, behaves)
  }));
  return entry.hosts.flatMap((host) => {
    const endpoints2 = serviceEndpoints(entry, host);
    const automatic = behaves("addresses-in-status") ? automaticAddresses(entry, host) : [];
    return addresses3.map((address) => ({
      host,
      name: host,
      namespace: entry.namespace,
      registry: "External",
      resolution: resolutions[entry.resolution],
      address,
      clusterAddresses: [],
      automaticAddresses: automatic,
      ports,
      exportTo: entry.exportTo === null || entry.exportTo.length === 0 ? null : entry.exportTo,
      aliases: [],
      externalName: null,
      endpoints: endpoints2,
      selector: selectorOf2(entry),
      resource: entry
    }));
  });
}
function selectorOf2({ workloadSelector: workloadSelector2 }) {
  return workloadSelector2 === null || Object.keys(workloadSelector2).length === 0 ? null : workloadSelector2;
}
function automaticAddresses(entry, host) {
  const isOptedOut = entry.labels["networking.istio.io/enable-autoallocate-ip"]?.toLowerCase() === "false";
  if (entry.resolution === "NONE" || entry.addresses.length > 0 || isOptedOut) return [];
  return entry.automaticAddresses.filter((automatic) => automatic.host === host).map(({ value }) => value);
}
function serviceEndpoints(entry, host) {
  const isDns = entry.resolution === "DNS" || entry.resolution === "DNS_ROUND_ROBIN";
  const isOwnHost = isDns && entry.endpoints.length === 0 && entry.workloadSelector === null;
  const found = isOwnHost ? [{ address: host, labels: {} }] : entry.endpoints;
  return found.flatMap(({ address, labels }) => entry.ports.map(({ number }) => ({ address, port: number, labels })));
}
function listenAddress2(text5) {
  if (parseAddress(text5) !== null) return [text5];
  const prefix2 = parsePrefix(text5);
  if (prefix2 === null) return [];
  return [prefix2.isSingle ? prefix2.address.text : text5];
}

// src/mesh/conversion.ts
function createConversion(controlPlane, inventedAddress) {
  const converted = /* @__PURE__ */ new Map();
  const qualified = /* @__PURE__ */ new Map();
  const variants = /* @__PURE__ */ new Map();
  const keepsEndpoints = controlPlane.behaves("copies-keep-endpoints");
  const keepsAddresses = controlPlane.behaves("copies-keep-automatic-addresses");
  function variant(service, key2, change) {
    const known2 = variants.get(service) ?? /* @__PURE__ */ new Map();
    variants.set(service, known2);
    const made = known2.get(key2) ?? { ...service, ...change };
    known2.set(key2, made);
    return made;
  }
  return {
    convert(resource) {
      let services = converted.get(resource);
      if (services === void 0) {
        services = resource.kind === "Service" ? [fromKubernetesService(resource, controlPlane, inventedAddress(resource))] : fromServiceEntry(resource, controlPlane);
        converted.set(resource, services);
      }
      return services;
    },
    qualify(service) {
      const full = qualified.get(service) ?? withFullNames(service, controlPlane.config.domain);
      qualified.set(service, full);
      return full;
    },
    withAutomaticAddresses: (service, addresses3) => addresses3 === null ? service : variant(service, `automatic ${addresses3.join(" ")}`, { automaticAddresses: addresses3 }),
    withAliases: (service, aliases) => variant(service, `aliases ${aliases.join(" ")}`, { aliases }),
    withEndpoints(service, endpoints2) {
      const key2 = endpointsKey(endpoints2);
      return key2 === endpointsKey(service.endpoints) ? service : variant(service, `endpoints ${key2}`, { endpoints: endpoints2 });
    },
    forPort(service, number) {
      const port = service.ports.find((candidate) => candidate.number === number);
      if (port === void 0) return null;
      const isWhole = service.ports.length === 1 && keepsEndpoints && keepsAddresses;
      return isWhole ? service : variant(service, `port ${number}`, {
        ports: [port],
        endpoints: keepsEndpoints ? service.endpoints : [],
        automaticAddresses: keepsAddresses ? service.automaticAddresses : []
      });
    },
    withJoinedPorts(service, ports) {
      const own2 = new Set(service.ports.map(({ number }) => number));
      const endpoints2 = service.endpoints.filter(({ port }) => own2.has(port));
      return variant(service, `joined ${ports.map(({ number }) => number).join(" ")}`, { ports, endpoints: endpoints2 });
    },
    withPorts: (service, ports) => variant(service, `ports ${ports.map(({ number }) => number).join(" ")}`, { ports })
  };
}
function endpointsKey(endpoints2) {
  return endpoints2.map(({ address, port, labels }) => `${address}:${port} ${JSON.stringify(labels)}`).join(" ");
}

// src/mesh/dial.ts
function dial(host, pod, services, addresses3) {
  const service = searchedNames(host, pod).map((name) => services.find((candidate) => candidate.host === name && dialledAddress(candidate) !== null)).find((found) => found !== void 0);
  const address = service === void 0 ? null : dialledAddress(service);
  if (service === void 0 || address === null) return { from: "nobody", address: addresses3.foreign };
  const { resource } = service;
  const isInvented = resource.kind === "Service" && addresses3.invented(resource) === address;
  return { from: isInvented ? "invented" : "manifest", address, service };
}
function dialledAddress({ address, registry, resolution, endpoints: endpoints2 }) {
  if (address !== UNSPECIFIED) return parsePrefix(address)?.address.text ?? address;
  if (registry !== "Kubernetes" || resolution !== "Passthrough") return null;
  return endpoints2.find((endpoint) => parseAddress(endpoint.address) !== null)?.address ?? null;
}
function searchedNames(host, { namespace, domain }) {
  if (host.endsWith(".")) return [host.slice(0, -1)];
  const searched = [`${namespace}.svc.${domain}`, `svc.${domain}`, domain].map((suffix) => `${host}.${suffix}`);
  return host.split(".").length > 5 ? [host, ...searched] : [...searched, host];
}

// src/mesh/free-addresses.ts
var inventedRanges = [
  { first: number4("198.18.0.0"), size: 2 ** 17 },
  { first: number4("100.64.0.0"), size: 2 ** 22 },
  { first: number4("10.0.0.0"), size: 2 ** 24 }
];
var foreignRanges = [
  { first: number4("203.0.113.0"), size: 2 ** 8 },
  { first: number4("198.51.100.0"), size: 2 ** 8 },
  { first: number4("192.0.2.0"), size: 2 ** 8 },
  ...inventedRanges
];
var suggestedRange = { first: number4("240.240.0.0"), size: 2 ** 16 };
function freeAddresses(resources) {
  const taken2 = /* @__PURE__ */ new Set();
  const prefixes = /* @__PURE__ */ new Map();
  const unaddressed = /* @__PURE__ */ new Set();
  for (const resource of resources) {
    for (const text5 of namedAddresses(resource)) {
      const range2 = rangeOf(text5);
      if (range2?.size === 1) taken2.add(range2.first);
      else if (range2 !== null && range2.size > (prefixes.get(range2.first)?.size ?? 0)) prefixes.set(range2.first, range2);
    }
    if (needsAddress(resource)) unaddressed.add(nameOf2(resource));
  }
  const named2 = [...prefixes.values()];
  const draw = (ranges2, seed, isKept = true) => {
    const [usual] = ranges2;
    let found = null;
    for (const range2 of ranges2) found ??= firstFree(range2, seed, named2, taken2);
    if (found !== null && isKept) taken2.add(found);
    return text4(found ?? usual.first + seed % usual.size);
  };
  const invented = new Map([...unaddressed].sort().map((name) => [name, draw(inventedRanges, hash(name))]));
  return {
    invented: (service) => invented.get(nameOf2(service)) ?? null,
    suggested: (entry) => draw([suggestedRange], hash(nameOf2(entry)), false),
    foreign: draw(foreignRanges, 77)
  };
}
function firstFree({ first, size }, seed, named2, taken2) {
  for (let step = 0; step < size; step += 1) {
    const offset = (seed + step) % size;
    const at = first + offset;
    const prefix2 = named2.find((range2) => range2.first <= at && at < range2.first + range2.size);
    if (prefix2 !== void 0) step += Math.min(prefix2.first + prefix2.size - at, size - offset) - 1;
    else if (!taken2.has(at) && !looksReserved(at)) return at;
  }
  return null;
}
function looksReserved(address) {
  return address % 256 === 0 || address % 256 === 255;
}
function rangeOf(text5) {
  const prefix2 = parsePrefix(text5);
  const address = prefix2 === null ? parseAddress(text5) : prefix2.address;
  if (address?.family !== 4) return null;
  const size = 2 ** (32 - (prefix2?.bits ?? 32));
  const value = number4(address.text);
  return { first: value - value % size, size };
}
function needsAddress(resource) {
  if (resource.kind !== "Service") return false;
  const { type, clusterIP, clusterIPs } = resource;
  return type !== "ExternalName" && clusterIP === null && clusterIPs.length === 0;
}
function nameOf2({ namespace, name }) {
  return `${namespace}/${name}`;
}
function namedAddresses(resource) {
  switch (resource.kind) {
    case "Service":
      return resource.clusterIP === null ? resource.clusterIPs : [resource.clusterIP, ...resource.clusterIPs];
    case "ServiceEntry":
      return [...resource.addresses, ...resource.endpoints.map(({ address }) => address)];
    case "Sidecar":
      return resource.egress.map(({ bind }) => bind);
    case "VirtualService":
      return [...resource.tls, ...resource.tcp].flatMap(
        ({ match: match2 }) => match2.flatMap(({ destinationSubnets }) => destinationSubnets)
      );
    case "EndpointSlice":
    case "Endpoints":
      return resource.subsets.flatMap(({ addresses: addresses3 }) => addresses3);
    case "WorkloadEntry":
      return [resource.endpoint.address];
    case "Workload":
      return resource.address === null ? [] : [resource.address];
    case "DestinationRule":
    case "Namespace":
      return [];
  }
}
function hash(text5) {
  let value = 2166136261;
  for (let at = 0; at < text5.length; at += 1) value = Math.imul(value ^ text5.charCodeAt(at), 16777619) >>> 0;
  return value;
}
function number4(text5) {
  return text5.split(".").reduce((value, part) => value * 256 + Number(part), 0);
}
function text4(value) {
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}

// src/mesh/automatic-addresses.ts
function allocateAddresses(services, behaves) {
  if (behaves("addresses-in-status")) return /* @__PURE__ */ new Map();
  const needy = services.filter(
    ({ registry, address, host, resolution }) => registry === "External" && address === UNSPECIFIED && !isWildcard(host) && resolution !== "Passthrough"
  );
  const numbers = behaves("hashed-addresses") ? byHash(needy, behaves) : inOrder(needy, behaves);
  return new Map([...numbers].map(([service, number]) => [service, addressesOf(number, behaves)]));
}
function inOrder(services, behaves) {
  const numbers = /* @__PURE__ */ new Map();
  const byHost = /* @__PURE__ */ new Map();
  let last = 0;
  for (const service of services) {
    const shared = behaves("one-address-a-host") ? byHost.get(service.host) : void 0;
    if (shared === void 0) last = withoutZero(last + 1);
    numbers.set(service, shared ?? last);
    byHost.set(service.host, shared ?? last);
  }
  return numbers;
}
var SLOTS = 256 * 254;
var PRIME = 65011;
function byHash(services, behaves) {
  const slots = /* @__PURE__ */ new Map();
  for (const service of services) {
    const hash2 = fnv1a(keyOf2(service));
    const step = PRIME - hash2 % PRIME;
    let slot = hash2 % SLOTS;
    for (let round = 1; slots.has(slot); round += 1) slot = (hash2 + Math.imul(round, step) >>> 0) % (SLOTS - 1);
    slots.set(slot, service);
  }
  const numbers = /* @__PURE__ */ new Map();
  const doRepeatsCount = behaves("repeats-take-a-number");
  let shift = 1;
  for (const [slot, service] of [...slots].sort(([a], [b]) => a - b)) {
    const key2 = keyOf2(service);
    if (numbers.has(key2) && !doRepeatsCount) {
      shift -= 1;
      continue;
    }
    const number = withoutZero(slot + shift);
    shift = number - slot;
    if (!numbers.has(key2)) numbers.set(key2, number);
  }
  return new Map(services.map((service) => [service, numbers.get(keyOf2(service)) ?? 0]));
}
function withoutZero(number) {
  return number % 255 === 0 ? number + 1 : number;
}
function addressesOf(number, behaves) {
  const [third, fourth] = [Math.floor(number / 255), number % 255];
  const ipv4 = `240.240.${third}.${fourth}`;
  if (!behaves("automatic-ipv6")) return [ipv4];
  return [ipv4, `2001:2::f0f0:${third === 0 ? "" : third.toString(16)}${fourth.toString(16)}`];
}
function keyOf2({ namespace, host }) {
  return `${namespace}/${host}`;
}
function fnv1a(text5) {
  let hash2 = 2166136261;
  for (const byte of new TextEncoder().encode(text5)) hash2 = Math.imul(hash2 ^ byte, 16777619);
  return hash2 >>> 0;
}

// src/mesh/aliases.ts
function aliasesByHost(services) {
  const targetOf3 = /* @__PURE__ */ new Map();
  for (const { host, externalName, resolution } of services) {
    if (externalName !== null && resolution === "Alias") targetOf3.set(host, externalName);
  }
  const aliases = /* @__PURE__ */ new Map();
  for (const alias of [...targetOf3.keys()].sort()) {
    const real = follow(alias, targetOf3);
    if (real === null) continue;
    const known2 = aliases.get(real);
    if (known2 === void 0) aliases.set(real, [alias]);
    else known2.push(alias);
  }
  return aliases;
}
function follow(alias, targetOf3) {
  const seen = /* @__PURE__ */ new Set();
  let host = alias;
  for (let next = targetOf3.get(host); next !== void 0; next = targetOf3.get(host)) {
    if (seen.has(host)) return null;
    seen.add(host);
    host = next;
  }
  return host;
}

// src/mesh/endpoints.ts
function withEndpoints(services, resources, conversion, behaves) {
  const pools = /* @__PURE__ */ new Map();
  for (const service of services) append(pools, `${service.namespace}/${service.host}`, service);
  const slices = slicesByService(resources, behaves("endpoint-slices"));
  const workloads = workloadsByNamespace(resources);
  const pooled = /* @__PURE__ */ new Map();
  for (const pool of pools.values()) {
    if (pool.length === 1 && !isServedByOthers(pool[0])) continue;
    const named2 = pool.flatMap((service) => [...sliceEndpoints(service, slices), ...externalEndpoints(service)]);
    const endpoints2 = byPort(pool, named2, entryEndpoints(pool, workloads));
    for (const service of pool) pooled.set(service, endpoints2);
  }
  return services.map((service) => {
    const endpoints2 = pooled.get(service);
    return endpoints2 === void 0 ? service : conversion.withEndpoints(service, endpoints2);
  });
}
function isServedByOthers(service) {
  if (service === void 0) return false;
  const { registry, resolution, resource } = service;
  if (registry === "Kubernetes") return resolution === "Passthrough";
  return resource.kind === "ServiceEntry" && resource.workloadSelector !== null && resolution !== "ClientSideLB";
}
function byPort(pool, named2, numbered) {
  const found = /* @__PURE__ */ new Map();
  for (const { ports } of pool) {
    const numberOf3 = new Map(ports.map(({ name, number }) => [name, number]));
    const numbers = new Set(ports.map(({ number }) => number));
    const own2 = /* @__PURE__ */ new Map();
    for (const { address, portName } of named2) {
      const port = numberOf3.get(portName);
      if (port !== void 0) append(own2, port, { address, port, labels: {} });
    }
    for (const endpoint of numbered) if (numbers.has(endpoint.port)) append(own2, endpoint.port, endpoint);
    for (const [port, endpoints2] of own2) found.set(port, endpoints2);
  }
  return [...found.values()].flat();
}
function slicesByService(resources, readsSlices) {
  const slices = /* @__PURE__ */ new Map();
  for (const resource of resources) {
    if (resource.kind !== "Endpoints" && !(resource.kind === "EndpointSlice" && readsSlices)) continue;
    if (resource.service !== null) append(slices, `${resource.namespace}/${resource.service}`, resource);
  }
  return slices;
}
function sliceEndpoints({ registry, namespace, name }, slices) {
  const found = /* @__PURE__ */ new Map();
  for (const { subsets } of registry === "Kubernetes" ? slices.get(`${namespace}/${name}`) ?? [] : []) {
    for (const { addresses: addresses3, portNames } of subsets) {
      for (const address of addresses3) {
        for (const portName of portNames) found.set(`${address} ${portName}`, { address, portName });
      }
    }
  }
  return [...found.values()].sort((a, b) => compareText2(a.address, b.address));
}
function externalEndpoints({ externalName, resolution, ports }) {
  if (externalName === null || resolution === "Alias") return [];
  return ports.map(({ name }) => ({ address: externalName, portName: name }));
}
function workloadsByNamespace(resources) {
  const workloads = /* @__PURE__ */ new Map();
  for (const resource of resources) {
    const { kind, name, namespace } = resource;
    if (kind === "Workload" && resource.address !== null) {
      append(workloads, namespace, { kind: "Pod", name, address: resource.address, labels: resource.podLabels });
    } else if (kind === "WorkloadEntry" && resource.isHealthy) {
      append(workloads, namespace, {
        kind,
        name,
        address: resource.endpoint.address,
        labels: resource.endpoint.labels
      });
    }
  }
  for (const list4 of workloads.values()) {
    list4.sort((a, b) => compareText2(a.kind, b.kind) || compareText2(a.name, b.name));
  }
  return workloads;
}
function entryEndpoints(pool, workloads) {
  const endpoints2 = [];
  const taken2 = /* @__PURE__ */ new Set();
  const entries = new Map(pool.map((service) => [service.resource, service]));
  for (const [resource, service] of entries) {
    if (resource.kind !== "ServiceEntry") continue;
    for (const endpoint of ownEndpoints(resource, service, workloads.get(resource.namespace) ?? [])) {
      if (resource.resolution === "DNS_ROUND_ROBIN" && taken2.has(endpoint.port)) continue;
      taken2.add(endpoint.port);
      endpoints2.push(endpoint);
    }
  }
  return endpoints2;
}
function ownEndpoints({ workloadSelector: workloadSelector2, resolution, ports }, { endpoints: endpoints2 }, workloads) {
  if (workloadSelector2 === null) return endpoints2;
  const isDns = resolution === "DNS" || resolution === "DNS_ROUND_ROBIN";
  return workloads.filter(({ address, labels }) => selects(workloadSelector2, labels) && (isDns || isNoName(address))).flatMap(({ address, labels }) => ports.map(({ number }) => ({ address, port: number, labels })));
}
function isNoName(address) {
  return address === "" || parseAddress(address) !== null;
}
function compareText2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function append(lists, key2, value) {
  const list4 = lists.get(key2);
  if (list4 === void 0) lists.set(key2, [value]);
  else list4.push(value);
}

// src/mesh/mesh.ts
function buildMesh(resources, controlPlane, ageOf, conversion) {
  const { behaves, config } = controlPlane;
  const services = sortServices(resources, ageOf, conversion, behaves);
  const defaultExportTo = honoured(config.defaultServiceExportTo, behaves);
  const exportOf = ({ exportTo, namespace }) => visibility(exportTo, namespace, defaultExportTo);
  const publicServices = [];
  const exported = /* @__PURE__ */ new Map();
  for (const service of services) {
    const seen = exportOf(service);
    if (seen.kind === "public") publicServices.push(service);
    else for (const namespace of seen.namespaces) append2(exported, namespace, service);
  }
  const destinationRules = resources.filter((resource) => resource.kind === "DestinationRule");
  const visible2 = /* @__PURE__ */ new Map();
  const routes = indexVirtualServices(
    resources.filter((resource) => resource.kind === "VirtualService"),
    controlPlane,
    ageOf,
    (service) => conversion.qualify(service)
  );
  const ordered = (own2, namespace) => behaves("private-among-exported") ? own2 : own2.toSorted((a, b) => isFrom(namespace, b) - isFrom(namespace, a));
  let declaring = null;
  let named2 = null;
  return {
    config,
    behaves,
    services,
    sharedHosts: sharedHosts(services),
    routes,
    destinationRules,
    policies: indexDestinationRules(destinationRules, controlPlane, ageOf),
    servicesNamed: (host) => (named2 ??= nameServices(services, behaves)).get(host) ?? /* @__PURE__ */ new Map(),
    sidecars: resources.filter((resource) => resource.kind === "Sidecar").map((sidecar) => ({ sidecar, age: ageOf(sidecar), name: sidecar.name, namespace: sidecar.namespace })).sort(oldestFirst(behaves)).map(({ sidecar }) => sidecar),
    namespaces: new Map(
      resources.filter((resource) => resource.kind === "Namespace").map((namespace) => [namespace.name, namespace])
    ),
    workloads: resources.filter((resource) => resource.kind === "Workload"),
    ageOf,
    conversion,
    exportOf,
    declares: (namespace) => (declaring ??= new Set(services.map((service) => service.namespace))).has(namespace),
    viewOf: (namespace) => exported.has(namespace) || routes.hasOwn(namespace) ? namespace : "",
    visibleTo(namespace) {
      const own2 = exported.get(namespace);
      if (own2 === void 0) return publicServices;
      let list4 = visible2.get(namespace);
      if (list4 === void 0) visible2.set(namespace, list4 = [...ordered(own2, namespace), ...publicServices]);
      return list4;
    }
  };
}
function nameServices(services, behaves) {
  const named2 = /* @__PURE__ */ new Map();
  for (const service of services) {
    const byNamespace2 = named2.get(service.host) ?? /* @__PURE__ */ new Map();
    named2.set(service.host, byNamespace2);
    const known2 = byNamespace2.get(service.namespace);
    if (!behaves("oldest-named") || known2 === void 0 || known2.registry !== "Kubernetes" && service.registry === "Kubernetes") {
      byNamespace2.set(service.namespace, service);
    }
  }
  return named2;
}
function isFrom(namespace, service) {
  return service.namespace === namespace ? 1 : 0;
}
function isServiceLike(resource) {
  return resource.kind === "Service" || resource.kind === "ServiceEntry";
}
function sortServices(resources, ageOf, conversion, behaves) {
  const dated = [];
  for (const resource of resources) {
    if (!isServiceLike(resource)) continue;
    const age = ageOf(resource);
    for (const service of conversion.convert(resource)) {
      dated.push({ service, age, name: service.name, namespace: service.namespace });
    }
  }
  const sorted = inOrder2(dated, behaves).map(({ service }) => service);
  const automatic = allocateAddresses(sorted, behaves);
  const addressed = sorted.map((service) => conversion.withAutomaticAddresses(service, automatic.get(service) ?? null));
  const services = withEndpoints(addressed, resources, conversion, behaves);
  const aliases = aliasesByHost(services);
  if (aliases.size === 0) return services;
  return services.map((service) => {
    const standIns = aliases.get(service.host);
    return standIns === void 0 ? service : conversion.withAliases(service, standIns);
  });
}
function inOrder2(dated, behaves) {
  const registryFirst = behaves("kubernetes-registry-first") ? "Kubernetes" : "External";
  const byRegistry = dated.toSorted((a, b) => isOf(registryFirst, b) - isOf(registryFirst, a));
  if (!behaves("ties-in-registry-order")) return byRegistry.sort(oldestFirst(behaves));
  const ownName = ({ age, service }) => service.registry === "External" ? { age, name: service.resource.name, namespace: service.namespace } : { age, name: service.host, namespace: "" };
  const compare4 = oldestFirst(behaves);
  return byRegistry.sort(
    (a, b) => a.age.at === b.age.at && a.service.registry !== b.service.registry ? isOf(registryFirst, b) - isOf(registryFirst, a) : compare4(ownName(a), ownName(b))
  );
}
function isOf(registry, { service }) {
  return service.registry === registry ? 1 : 0;
}
function sharedHosts(services) {
  const namespaces = /* @__PURE__ */ new Map();
  const shared = /* @__PURE__ */ new Set();
  for (const { host, namespace } of services) {
    const first = namespaces.get(host) ?? namespace;
    namespaces.set(host, first);
    if (first !== namespace) shared.add(host);
  }
  return shared;
}
function append2(lists, key2, value) {
  const list4 = lists.get(key2);
  if (list4 === void 0) lists.set(key2, [value]);
  else list4.push(value);
}

// src/workload.ts
function simulateWorkload(resources, controlPlane, namespace, labels) {
  const proxy = { namespace, labels, ips: [POD_ADDRESS], capturesDns: false, allocatesAddresses: false };
  const { mesh, addresses: addresses3, choice: choice2, configuration } = simulateProxy(resources, controlPlane, proxy);
  const { scope } = configuration;
  const seen = scope.listeners.flatMap((listener) => listener.services);
  const seenHosts = new Set(seen.map(({ host }) => host));
  const services = [...seen, ...mesh.services.filter(({ host }) => !seenHosts.has(host))];
  const pod = { namespace, domain: mesh.config.domain };
  return { choice: choice2, sidecar: startSidecar(configuration), dial: (host) => dial(host, pod, services, addresses3) };
}
function simulateProxy(resources, controlPlane, proxy) {
  const addresses3 = freeAddresses(resources);
  const conversion = createConversion(controlPlane, (service) => addresses3.invented(service));
  const mesh = buildMesh(resources, controlPlane, ageAsGiven, conversion);
  const choice2 = selectSidecar(mesh, proxy.namespace, proxy.labels);
  const scope = createScopes(mesh).scopeOf(proxy.namespace, choice2.chosen);
  return { mesh, addresses: addresses3, choice: choice2, configuration: configureProxy(scope, proxy, mesh) };
}

// src/cli/require-manifests.ts
function requireManifests(places) {
  const isEmpty2 = ({ manifests: { documents, problems, unrendered } }) => documents.length + problems.length + unrendered.length === 0;
  if (!places.every(isEmpty2)) return;
  const names4 = [...new Set(places.map(({ name }) => `'${name}'`))].join(" or ");
  const message2 = `there are no Kubernetes manifests in ${names4}: name a folder or a revision that holds some (*.yaml, *.yml, *.json)`;
  throw new InputError([{ code: "not-a-manifest", message: message2, at: null }]);
}

// src/cli/read-workload.ts
async function readWorkload(source, group, controlPlane, io) {
  const { manifests } = readSide(source, { cwd: io.cwd });
  requireManifests([{ name: source, manifests }]);
  const decoded2 = decodeAll(manifests.documents, /* @__PURE__ */ new WeakMap());
  for (const note of readingNotes(manifests, decoded2, group)) await io.stderr.write(`${program}: ${note}
`);
  return {
    workload: simulateWorkload(decoded2.resources, controlPlane, group.namespace, group.labels),
    resources: decoded2.resources,
    exitCode: manifests.problems.length === 0 ? exitCodes.clean : exitCodes.badInput
  };
}

// src/cli/labels.ts
function parseLabels(text5) {
  if (text5 === null) return {};
  return Object.fromEntries(text5.split(",").map((pair2) => labelOf(pair2, text5)));
}
function labelOf(pair2, text5) {
  const [, key2, value] = /^([^=!\s]+)=([^=\s]*)$/.exec(pair2.trim()) ?? [];
  if (key2 !== void 0 && value !== void 0) return [key2, value];
  const where = pair2 === text5 ? "" : ` in '${text5}'`;
  throw usageError(
    `label '${pair2}'${where} is not understood, expected KEY=VALUE[,KEY=VALUE...], like app=web,tier=front`
  );
}

// src/cli/workload-arguments.ts
var workloadOptions = {
  namespace: { takes: "NAMESPACE", short: "n" },
  selector: { takes: "KEY=VALUE", short: "l" }
};
var workloadHelp = `  DIR|REV             a folder, or a Git revision of the repository of the
                      current folder; a folder wins over a revision of its name
  -n, --namespace NS  the namespace of the workload
  -l, --selector K=V  the labels of its pods, like app=web,tier=front (default:
                      a pod that no workloadSelector names)`;
function workloadOf(given, example) {
  const namespace = given.value("namespace");
  if (namespace !== null) return { namespace, labels: parseLabels(given.value("selector")) };
  throw usageError(`-n is missing, expected the namespace of the workload: ${program} ${example}`);
}

// src/cli/commands/listeners.ts
var outputs = ["table", "json"];
var listeners = {
  name: "listeners",
  usage: "listeners DIR|REV -n NAMESPACE [-l KEY=VALUE,...] [-o table|json]",
  summary: "Show which addresses and ports a workload's sidecar takes, and where each leads",
  help: `
Istio sends each outbound connection of a pod through its sidecar. The sidecar
looks for a listener with the address and port that were dialled (0.0.0.0 stands
for every address; what no listener takes goes to port 15001), then for the row
of it that MATCHes the connection. DESTINATION says where that leads:
  Cluster: outbound|PORT||HOST   to the service of that host
  Route: PORT                    plain HTTP, decided by the Host of the request
  PassthroughCluster             unchanged to the address that was dialled
  BlackHoleCluster               nowhere: the connection is closed
Rows and columns are those of 'istioctl proxy-config listeners', which however
writes Non-HTTP/Non-TCP for BlackHoleCluster.

${workloadHelp}
  -o, --output FORMAT table (default), or json: listeners, routes and clusters

Which Sidecar resource governs the workload, and what was left out, is said on
stderr.

Examples:
  ${program} listeners examples/outage/head -n istio-demo
  ${program} listeners examples/outage/base -n istio-demo -l app=web -o json

Exit codes: 0 answered, 2 the input or the command line is wrong (the rest of
the input is answered from all the same), 3 a bug of this program.`,
  async run(args, io) {
    const given = parseArguments(args, { ...workloadOptions, output: { takes: outputs.join("|"), short: "o" } });
    const [source, ...rest] = given.positionals;
    if (source === void 0) {
      throw usageError(`DIR|REV is missing, expected where the manifests are: ${program} listeners . -n NAMESPACE`);
    }
    if (rest[0] !== void 0) throw usageError(`'${rest[0]}' is one too many, expected a single DIR|REV, '${source}'`);
    const output2 = choice("--output", given.value("output") ?? "table", outputs);
    const group = workloadOf(given, `listeners ${source} -n NAMESPACE`);
    const { workload, exitCode } = await readWorkload(source, group, defaultControlPlane, io);
    const { choice: sidecar, sidecar: running } = workload;
    const invented = inventedAddressNote(running.configuration.listeners);
    const notes = [...sidecarChoiceText(sidecar, group), ...invented === null ? [] : [invented]];
    for (const note of notes) await io.stderr.write(`${note}
`);
    await io.stdout.write(
      output2 === "table" ? `${listenerTable(running.configuration.listeners)}
` : `${jsonText(workloadJson(group, sidecar, running.configuration))}
`
    );
    return exitCode;
  }
};

// src/findings/fail-on.ts
var failOnLevels = ["error", "warning", "never"];
var defaultFailOn = "error";
function reaches({ errors, warnings }, failOn) {
  switch (failOn) {
    case "error":
      return errors > 0;
    case "warning":
      return errors + warnings > 0;
    case "never":
      return false;
  }
}

// src/report/json.ts
function json(review3, tool2) {
  return jsonText({
    schemaVersion: 1,
    tool: { name: tool2.name, version: tool2.version },
    istioVersion: review3.istioVersion,
    base: review3.base,
    head: review3.head,
    summary: review3.summary,
    findings: review3.findings.map(findingJson),
    improvements: review3.improvements.map(improvementJson),
    changes: review3.changes.map(changeJson),
    assumptions: review3.assumptions,
    problems: review3.problems.map(problemJson)
  });
}
function findingJson({ severity, suggestion: suggestion2, ...rest }) {
  const { rule, ...improvement } = improvementJson(rest);
  return {
    rule,
    severity,
    ...improvement,
    suggestion: suggestion2 && {
      file: suggestion2.file,
      line: suggestion2.line,
      endLine: suggestion2.endLine,
      replacement: suggestion2.replacement
    }
  };
}
function improvementJson(finding) {
  return {
    rule: finding.rule,
    fingerprint: finding.fingerprint,
    title: finding.title,
    message: finding.message,
    fix: finding.fix,
    groups: finding.groups.map(groupJson),
    subject: subjectJson(finding.subject),
    witness: finding.witness && changeJson(finding.witness),
    causes: finding.causes.map(causeJson)
  };
}
function changeJson({ group, call, before: before2, after }) {
  return { group: groupJson(group), call: callJson(call), before: verdictJson2(before2), after: verdictJson2(after) };
}
function groupJson({ namespace, labels }) {
  return { namespace, labels };
}
function callJson({ kind, speaksFirst, address, port, host, command }) {
  return { kind, speaksFirst, address, port, host: host ?? void 0, command };
}
function verdictJson2({ kind, cluster, owner, weights, status: status2, reason: reason2, steps }) {
  return {
    kind,
    cluster: cluster ?? void 0,
    owner: owner === null ? void 0 : { kind: owner.kind, namespace: owner.namespace, name: owner.name },
    weights: weights ?? void 0,
    status: status2 ?? void 0,
    reason: reason2 ?? void 0,
    steps: steps.map(({ stage, name, because: because2 }) => ({ stage, name, because: because2 }))
  };
}
function subjectJson({ hosts, port, listener, cluster, resources, entry }) {
  return {
    hosts,
    port,
    listener,
    cluster,
    resources: resources?.map(({ kind, namespace, name }) => ({ kind, namespace, name })),
    entry
  };
}
function causeJson({ kind, namespace, name, at, side, change }) {
  return { kind, namespace, name, file: at.file, line: at.line, endLine: at.endLine, side, change };
}
function problemJson({ code: code2, message: message2, at }) {
  return { code: code2, message: message2, file: at?.file, line: at?.line, column: at?.column };
}

// src/report/fit.ts
function fit({ open, items, close, separator, more }, max) {
  const frame = [open, close].filter((part) => part !== "").reduce((sum, part) => sum + part.length + separator.length, 0);
  const room = max - frame;
  const whole2 = items.reduce((sum, item) => sum + item.length + separator.length, 0) - separator.length;
  let kept = items.length;
  let size = whole2;
  while (kept > 0 && size + (kept < items.length ? separator.length + more(items.length - kept).length : 0) > room) {
    kept -= 1;
    size -= (items[kept]?.length ?? 0) + (kept > 0 ? separator.length : 0);
  }
  if (kept === 0) return { text: "", left: items.length };
  const left = items.length - kept;
  const shown = left === 0 ? items : [...items.slice(0, kept), more(left)];
  return { text: [open, ...shown, close].filter((part) => part !== "").join(separator), left };
}
function fitAll(parts, max, separator) {
  let room = max;
  const fitted2 = parts.map(({ list: list4, share }) => {
    const result = fit(list4, Math.floor(room * share) - separator.length);
    if (result.text !== "") room -= result.text.length + separator.length;
    return result;
  });
  return { texts: fitted2.map(({ text: text5 }) => text5), isCut: fitted2.some(({ left }) => left > 0) };
}

// src/report/severity-words.ts
var severityWords = {
  error: { mark: "\u{1F534}", word: "Error" },
  warning: { mark: "\u{1F7E1}", word: "Warning" },
  notice: { mark: "\u{1F535}", word: "Notice" }
};
var goodMark = "\u{1F7E2}";

// src/report/headline.ts
function headline(review3, inline) {
  const { findings, problems } = review3;
  if (findings.length === 0 && problems.length === 0) return `${goodMark} ${verdictSentence(review3)}`;
  const next = findings.length === 0 ? "" : `

${whereToRead(review3, inline)}`;
  return `### ${mark(review3)} Egress review: ${countsOf(review3)}

${scopeSentence(review3)}${next}`;
}
function verdictSentence(review3) {
  const { findings, problems, improvements, summary: summary2 } = review3;
  if (findings.length > 0 || problems.length > 0) return `Egress review: ${countsOf(review3)}. ${scopeSentence(review3)}`;
  if (summary2.resources === 0) return "Egress review: the change touches nothing that decides outbound traffic.";
  if (improvements.length > 0) {
    return `Egress review: no findings and ${count(improvements.length, "improvement")}. ${scopeSentence(review3)}`;
  }
  if (summary2.changedGroups > 0) return `Egress review: no findings. ${scopeSentence(review3)}`;
  const asked = `${count(summary2.resources, "changed resource")}, ${count(summary2.groups, "workload group")} asked`;
  return `Egress review: no outbound call changes. ${asked} ${release(review3)}.`;
}
function countsOf({ findings, problems, summary: summary2 }) {
  const broken = count(problems.length, "problem in the manifests", "problems in the manifests");
  if (problems.length === 0) return findingCounts(summary2);
  return findings.length === 0 ? broken : `${findingCounts(summary2)}; ${broken}`;
}
function scopeSentence(review3) {
  const { resources, changedGroups, groups } = review3.summary;
  const affects = `${count(resources, "changed resource affects", "changed resources affect")}`;
  const reached = changedGroups === 0 ? "none" : String(changedGroups);
  return `${affects} ${reached} of ${count(groups, "workload group")} ${release(review3)}.`;
}
function release({ istioVersion }) {
  return `(Istio ${/^\d[\w.+-]{0,40}/.exec(istioVersion)?.[0] ?? "of unknown version"})`;
}
function whereToRead({ findings }, inline) {
  const shown = findings.filter(({ fingerprint: fingerprint2 }) => inline.has(fingerprint2)).length;
  if (shown === 0) return "Open a finding below to see what changes, why, and how to fix it.";
  const onLines = "The comments on the changed lines say what changes, why, and how to fix it.";
  return shown === findings.length ? onLines : `${onLines} Findings without such a comment are folded below.`;
}
function mark({ summary: summary2, problems }) {
  if (summary2.errors > 0 || problems.length > 0) return severityWords.error.mark;
  return summary2.warnings > 0 ? severityWords.warning.mark : severityWords.notice.mark;
}

// src/report/marker.ts
var summaryMarker = "<!-- istio-egress-review:v1 summary -->";

// src/report/place.ts
function placeOf2({ at, side }) {
  return { file: at.file, line: at.line, endLine: at.endLine, side };
}
function placeMarkdown(place, link) {
  return labelMarkdown(`${place.file}:${place.line}`, place, link) + (place.side === "base" ? " at base" : "");
}
function fileMarkdown(place, link) {
  return labelMarkdown(place.file, place, link);
}
function labelMarkdown(label, place, link) {
  return linked(code(clip(label, 300)), link === null ? null : link(place));
}
function linesBecome({ line, endLine }) {
  return endLine > line ? `lines ${line} to ${endLine} become` : `line ${line} becomes`;
}

// src/report/anchors.ts
function offeredSuggestion({ suggestion: suggestion2 }) {
  if (suggestion2 === null || suggestion2.replacement.length > 5e3) return null;
  return isExactInCode(withoutReturns(suggestion2.replacement)) ? suggestion2 : null;
}
function withoutReturns(text5) {
  return text5.replaceAll("\r\n", "\n");
}

// src/report/verdict-words.ts
function verdictWords(verdict2) {
  const { cluster, status: status2 } = verdict2;
  switch (verdict2.kind) {
    case "delivered":
      return verdict2.weights === null ? { cluster, meaning: `taken by ${destination2(cluster, verdict2.owner)}` } : { cluster: null, meaning: `split by weight: ${shares(verdict2.weights)}` };
    case "passthrough":
      return { cluster, meaning: "leaves the mesh unchanged, to the address dialled" };
    case "blackhole":
      return {
        cluster,
        meaning: status2 === null ? "closed by the sidecar, nothing leaves the pod" : `answered by the sidecar with HTTP ${status2}, nothing leaves the pod`
      };
    case "no-route":
      return { cluster: null, meaning: `answered by the sidecar with HTTP ${status2 ?? 404}: no route for this host` };
    case "redirect":
      return { cluster: null, meaning: `redirected by the sidecar${withStatus(status2)}` };
    case "direct-response":
      return { cluster: null, meaning: `answered by the sidecar itself${withStatus(status2)}, nothing leaves the pod` };
    case "missing-cluster":
      return cluster === null ? { cluster, meaning: `fails${withStatus(status2)}${because(verdict2)}` } : { cluster, meaning: `fails${withStatus(status2)}: the sidecar is sent to this cluster but does not have it` };
    case "protocol-error":
      return {
        cluster: null,
        meaning: `refused by the sidecar${withStatus(status2)}: it expects another protocol here`
      };
    case "stalled":
      return { cluster: null, meaning: "hangs: the sidecar waits for the client, the client waits for the server" };
    case "unknown":
      return { cluster: null, meaning: `not known from the manifests at hand${because(verdict2)}` };
    default:
      return verdict2.kind;
  }
}
function verdictLine(verdict2) {
  const { cluster, meaning: meaning3 } = verdictWords(verdict2);
  return cluster === null ? meaning3 : `${cluster}: ${meaning3}`;
}
function destination2(cluster, owner) {
  const resource = owner === null ? null : `${owner.kind} ${owner.namespace}/${owner.name}`;
  const [direction, port, subset, host] = cluster?.split("|") ?? [];
  if (direction !== "outbound" || port === void 0 || !host) return resource ?? "an unnamed destination";
  const called = `${host}:${port}${subset ? ` (subset ${subset})` : ""}`;
  return resource === null ? called : `${resource}, as a call to ${called}`;
}
function shares(weights) {
  const all = Object.entries(weights);
  const total = all.reduce((sum, [, weight]) => sum + weight, 0);
  return all.map(([cluster, weight]) => total === 100 ? `${weight}% ${cluster}` : `${weight} ${cluster}`).join(", ");
}
function withStatus(status2) {
  return status2 === null ? "" : ` with HTTP ${status2}`;
}
function because({ reason: reason2 }) {
  return reason2 === null ? "" : ` (${reason2})`;
}

// src/report/review-comments.ts
var longestBody = 3e4;
function fitted(open, items, close) {
  return fit({ open, items, close, separator: "\n\n", more: () => "_Cut here, because it is too long._" }, longestBody).text;
}
function commentSections(finding, { on, link }) {
  return [
    reachSection(finding),
    ...finding.witness === null ? [] : [witnessTable(finding.witness)],
    `**Why:** ${proseMarkdown(finding.message)}`,
    ...causeSection(finding, on, link),
    `**Fix:** ${proseMarkdown(finding.fix)}`,
    ...suggestionSection(finding, on, link),
    `<sub><code>egress-review explain ${finding.rule}</code> says more about this rule.</sub>`
  ];
}
var namedInComment = 8;
function reachSection(finding) {
  const sentence = `Reaches ${reachWords(finding, nameCode, namedInComment)}.`;
  const rest = unnamedReach(finding, nameCode, namedInComment);
  if (rest.length === 0) return sentence;
  const fold = { open: "", items: rest, close: "", separator: ", ", more: (left) => `and ${left} more` };
  return `${sentence}

<details><summary>The other ${rest.length}</summary>

${fit(fold, 8e3).text}

</details>`;
}
function witnessTable({ group, call, before: before2, after }) {
  const command = code(clip(call.command, 500));
  const rows = [
    { when: "Before", verdict: verdictCell(before2) },
    { when: "After", verdict: verdictCell(after) }
  ];
  const isSame2 = rows[0]?.verdict === rows[1]?.verdict;
  const shown = isSame2 ? [{ when: "Before and after", verdict: verdictCell(after) }] : rows;
  return [
    `| | ${cell(`${command} from ${groupWords(group, nameCode)}`)} |`,
    "| :-- | :-- |",
    ...shown.map(({ when, verdict: verdict2 }) => `| **${when}** | ${cell(verdict2)} |`)
  ].join("\n");
}
function verdictCell(verdict2) {
  const { cluster, meaning: meaning3 } = verdictWords(verdict2);
  const words2 = proseMarkdown(meaning3, 1e3);
  return cluster === null ? words2 : `${nameCode(cluster)}<br>${words2}`;
}
function causeSection({ causes, suggestion: suggestion2 }, on, link) {
  const isBelowFirst = on === "cause" || on === "suggestion" && causes[0]?.at.file === suggestion2?.file;
  const told = isBelowFirst ? causes.slice(1) : causes;
  if (told.length === 0) return [];
  const items = told.slice(0, 5).map((cause) => causeWords(cause, link));
  const more = told.length > items.length ? [`and ${told.length - items.length} more`] : [];
  const label = isBelowFirst ? "Together with" : "Caused by";
  return [`**${label}:** ${[...items, ...more].join("; ")}`];
}
function causeWords(cause, link) {
  const name = nameCode(`${cause.namespace}/${cause.name}`);
  return `${proseMarkdown(cause.kind, 100)} ${name}, ${cause.change} (${placeMarkdown(placeOf2(cause), link)})`;
}
function suggestionSection(finding, on, link) {
  const suggestion2 = offeredSuggestion(finding);
  if (suggestion2 === null) return [];
  const lines = withoutReturns(suggestion2.replacement);
  if (on === "suggestion") return [codeBlock("suggestion", lines)];
  const file = fileMarkdown({ ...suggestion2, side: "head" }, link);
  return [`In ${file}, ${linesBecome(suggestion2)}:`, codeBlock("yaml", lines)];
}
function foldedComment(finding, link) {
  const { mark: mark2, word } = severityWords[finding.severity];
  const summary2 = `${mark2} ${word}: ${proseHtml(finding.title, longestTitle)}`;
  return fitted(
    `<details><summary>${summary2}</summary>`,
    commentSections(finding, { on: "nothing", link }),
    "</details>"
  );
}

// src/report/summary-lists.ts
function findingTable(findings, link) {
  return {
    open: "| | What happens | Where | Reaches |\n| :-- | :-- | :-- | :-- |",
    items: findings.map((finding) => findingRow(finding, link)),
    close: "",
    separator: "\n",
    more: (left) => `| | and ${count(left, "more finding")} | | |`
  };
}
function findingRow(finding, link) {
  const { mark: mark2, word } = severityWords[finding.severity];
  const [first] = finding.causes;
  const cells = [
    `${mark2}&nbsp;${word}`,
    `${proseMarkdown(finding.title, longestTitle)}<br><sub>${finding.rule}</sub>`,
    first === void 0 ? "" : placeMarkdown(placeOf2(first), link),
    reachWords(finding, nameCode, 2)
  ];
  return `| ${cells.map(cell).join(" | ")} |`;
}
function foldedFindings(findings, inline, link) {
  return {
    open: "",
    items: findings.filter(({ fingerprint: fingerprint2 }) => !inline.has(fingerprint2)).map((finding) => foldedComment(finding, link)),
    close: "",
    separator: "\n\n",
    more: (left) => `_${count(left, "more finding")} not shown._`
  };
}
function improvementList(improvements) {
  return bulletList(
    "**What got better**",
    improvements.map((improvement) => {
      const gone = `${code(improvement.rule)} is gone: ${proseMarkdown(improvement.title, longestTitle)}`;
      return improvement.witness === null ? gone : `${gone}<br>${witnessLine(improvement.witness)}`;
    })
  );
}
function witnessLine({ group, call, before: before2, after }) {
  const [from, to] = [before2, after].map((verdict2) => {
    const { cluster, meaning: meaning3 } = verdictWords(verdict2);
    return cluster === null ? proseMarkdown(meaning3, longestTitle) : nameCode(cluster);
  });
  return `${code(clip(call.command, 500))} from ${groupWords(group, nameCode)}: ${from} \u2192 ${to}`;
}
function assumptionList(assumptions2) {
  return {
    ...bulletList(
      "",
      assumptions2.map((text5) => proseMarkdown(text5, 1e3))
    ),
    open: `<details><summary>What the manifests do not say and was assumed</summary>
`,
    close: "\n</details>"
  };
}
function problemList(problems, link) {
  return bulletList(
    "**Left out of this review**",
    problems.map(({ at, code: id, message: message2 }) => {
      const where = at === null ? "" : `${placeMarkdown({ ...at, side: "head" }, link)}: `;
      return `${where}${proseMarkdown(message2, 1e3)} (${code(id)})`;
    })
  );
}
function bulletList(open, items) {
  return {
    open: open === "" ? "" : `${open}
`,
    items: items.map((item) => `- ${item}`),
    close: "",
    separator: "\n",
    more: (left) => `- and ${left} more`
  };
}

// src/report/summary.ts
var longestComment = 6e4;
function summary(review3, { inline, link, max, fullReport }) {
  const opening2 = `${summaryMarker}
${headline(review3, inline)}`;
  const pointer = `_Cut here, because GitHub takes no longer text. ${clip(fullReport, 500)}_`;
  const { texts, isCut } = fitAll(
    [
      { list: findingTable(review3.findings, link), share: 0.5 },
      { list: problemList(review3.problems, link), share: 0.3 },
      { list: improvementList(review3.improvements), share: 0.3 },
      { list: assumptionList(review3.assumptions), share: 0.3 },
      { list: foldedFindings(review3.findings, inline, link), share: 1 }
    ],
    max - opening2.length - pointer.length - blankLine.length,
    blankLine
  );
  const [table, problems, improvements, assumptions2, folded] = texts;
  return [opening2, table, folded, improvements, assumptions2, problems, isCut ? pointer : ""].filter((part) => part !== void 0 && part !== "").join(blankLine);
}
var blankLine = "\n\n";

// src/report/source-line.ts
function sourceLine2({ at, excerpt, label }, severity, width, paint) {
  const number = String(at.line).padStart(4);
  const start = Math.min(at.column - 1, excerpt.length);
  const end = at.endLine > at.line ? excerpt.length : Math.min(at.endColumn, excerpt.length);
  const room = Math.max(20, width - number.length - 3);
  const { before: before2, marked, after } = clipAround(
    {
      before: visible(excerpt.slice(0, start)),
      marked: visible(excerpt.slice(start, end)),
      after: visible(excerpt.slice(end))
    },
    room
  );
  const carets = "^".repeat(Math.max(1, columns(marked.trimEnd())));
  return [
    `${paint("faint", `${number} |`)} ${before2}${marked}${after}`.trimEnd(),
    `${paint("faint", `${" ".repeat(number.length)} |`)} ${" ".repeat(columns(before2))}${paint(severity, label === "" ? carets : `${carets} ${label}`)}`
  ].join("\n");
}
function clipAround({ before: before2, marked, after }, room) {
  const front = columns(before2) <= room / 2 ? before2 : `\u2026${lastColumns(before2, Math.floor(room / 4))}`;
  const middle = firstColumns(marked, room - columns(front));
  return { before: front, marked: middle, after: firstColumns(after, room - columns(front) - columns(middle)) };
}
function firstColumns(text5, room) {
  if (columns(text5) <= room) return text5;
  return room < 1 ? "" : `${taken([...text5], room - 1).join("")}\u2026`;
}
function lastColumns(text5, room) {
  return taken([...text5].reverse(), room).reverse().join("");
}
function taken(chars, room) {
  let left = room;
  const end = chars.findIndex((char) => (left -= columns(char)) < 0);
  return end < 0 ? [...chars] : chars.slice(0, end);
}

// src/report/terminal-finding.ts
function terminalFinding(finding, width, paint) {
  const [first, ...others] = finding.causes;
  const say = (label, text5) => labelled(label, text5, width, paint);
  return [
    titleLine(finding, first, paint),
    ...first === void 0 ? [] : [sourceLine2({ ...first, label: causeLabel(first) }, finding.severity, width, paint)],
    "",
    ...others.slice(0, 5).map((cause) => say("with", `${causeLabel(cause)}, ${placeOf3(cause)}`)),
    ...others.length > 5 ? [say("", `and ${others.length - 5} more`)] : [],
    say("reaches", reachWords(finding, namePlain, 8)),
    ...finding.witness === null ? [] : witnessLines(finding.witness, width, paint),
    say("why", prosePlain(finding.message)),
    say("fix", prosePlain(finding.fix)),
    ...finding.suggestion === null ? [] : suggestionLines(finding.suggestion)
  ].join("\n");
}
function witnessLines({ group, call, before: before2, after }, width, paint) {
  const command = paint("strong", prosePlain(call.command));
  return [
    labelled("call", "", width, paint) + command,
    labelled("from", groupWords(group, namePlain), width, paint),
    ...verdictLines("before", before2, width, paint),
    ...verdictLines("after", after, width, paint)
  ];
}
function verdictLines(label, verdict2, width, paint) {
  const { cluster, meaning: meaning3 } = verdictWords(verdict2);
  const lines = cluster === null ? [] : [namePlain(cluster)];
  return [...lines, prosePlain(meaning3)].map((line, index) => labelled(index === 0 ? label : "", line, width, paint));
}
function titleLine({ severity, title, rule }, first, paint) {
  const place = first === void 0 ? "" : `${placeOf3(first)}: `;
  return `${place}${paint(severity, `${severity}:`)} ${paint("strong", prosePlain(title))} ${paint("faint", `[${rule}]`)}`;
}
function placeOf3({ at }) {
  return `${visible(at.file)}:${at.line}:${at.column}`;
}
function causeLabel({ kind, namespace, name, change, side }) {
  const atBase = side === "base" && change !== "removed" ? " (its line at base)" : "";
  return namePlain(`${kind} ${namespace}/${name}, ${change}`) + atBase;
}
function suggestionLines(suggestion2) {
  const lines = withoutReturns(suggestion2.replacement).split("\n").map(visible);
  return [`${visible(suggestion2.file)}: ${linesBecome(suggestion2)}`, ...lines.map((line) => `  ${line}`)].map(indented);
}

// src/report/terminal.ts
function terminal(review3, { colour, width }) {
  const paint = paintFor(colour);
  const parts = [
    ...review3.findings.map((finding) => terminalFinding(finding, width, paint)),
    ...review3.improvements.map((improvement) => improvementText(improvement, width, paint)),
    ...review3.assumptions.length === 0 ? [] : [assumptionText(review3.assumptions, width, paint)],
    ...review3.problems.map((problem) => problemText(problem, paint)),
    paint(verdictStyle(review3), wrap(verdictSentence(review3), width).join("\n"))
  ];
  return inert(parts.join("\n\n"));
}
function improvementText({ rule, title, witness }, width, paint) {
  const heading = `${paint("good", "better:")} ${paint("strong", prosePlain(title))} ${paint("faint", `[${rule} is gone]`)}`;
  return [heading, ...witness === null ? [] : witnessLines(witness, width, paint)].join("\n");
}
function assumptionText(assumptions2, width, paint) {
  const [first, ...rest] = assumptions2.map((text5) => prosePlain(text5));
  return [labelled("assumed", first ?? "", width, paint), ...rest.map((text5) => labelled("", text5, width, paint))].join(
    "\n"
  );
}
function problemText({ at, code: code2, message: message2 }, paint) {
  const place = at === null ? "" : `${visible(at.file)}:${at.line}:${at.column}: `;
  return `${place}${paint("error", "problem:")} ${prosePlain(message2)} ${paint("faint", `[${code2}]`)}`;
}
function verdictStyle({ summary: summary2, problems, findings }) {
  if (summary2.errors > 0 || problems.length > 0) return "error";
  if (summary2.warnings > 0) return "warning";
  return findings.length > 0 ? "notice" : "good";
}

// src/report/format.ts
var formatNames = ["text", "json", "markdown"];
function format(name, review3, options) {
  return `${formats[name](review3, options)}
`;
}
var formats = {
  text: terminal,
  json: (review3, { tool: tool2 }) => json(review3, tool2),
  markdown: (review3) => summary(review3, { inline: /* @__PURE__ */ new Set(), link: null, max: longestComment, fullReport: whole })
};
var whole = "The formats text and json have all of it.";

// src/diff/calls.ts
function questionnaire(base, head) {
  const byPort2 = /* @__PURE__ */ new Map();
  const serverFirst = new Set(serverFirstPorts);
  const hosts = /* @__PURE__ */ new Set();
  for (const service of /* @__PURE__ */ new Set([...base.services, ...head.services])) {
    hosts.add(service.host);
    for (const port of service.ports) {
      const questions = byPort2.get(port.number) ?? /* @__PURE__ */ new Map();
      byPort2.set(port.number, questions);
      if (isServerFirst(port)) serverFirst.add(port.number);
      for (const question of questionsAbout(service, port)) {
        questions.set(`${question.host} ${question.kind} ${question.speaksFirst}`, question);
      }
    }
  }
  for (const question of ruledQuestions([...base.routes.all, ...head.routes.all], hosts)) {
    const questions = byPort2.get(question.port) ?? /* @__PURE__ */ new Map();
    byPort2.set(question.port, questions);
    questions.set(`${question.host} ${question.kind} ${question.speaksFirst}`, question);
  }
  const strangerHost = strangerTo(hosts);
  for (const port of [80, 443, unusedPort(byPort2)]) if (!byPort2.has(port)) byPort2.set(port, /* @__PURE__ */ new Map());
  return {
    ports: [...byPort2.keys()].sort((a, b) => a - b),
    named: (port) => [...(byPort2.get(port) ?? /* @__PURE__ */ new Map()).entries()].sort(byFame).map(([, q]) => q),
    strangers: (port) => {
      const common = { port, host: strangerHost, configured: null };
      return [
        { ...common, kind: "tls", speaksFirst: "client" },
        { ...common, kind: "http", speaksFirst: "client" },
        { ...common, kind: "tcp", speaksFirst: serverFirst.has(port) ? "server" : "client" }
      ];
    },
    strangerHost
  };
}
function ruledQuestions(rules2, hosts) {
  const covering = mostSpecific(new Map([...hosts].filter(isWildcard).map((host) => [host, host])));
  const ask = (host, port, kind) => hosts.has(host) || isWildcard(host) ? [] : [{ kind, port, host, configured: covering.find(host) ?? null, speaksFirst: "client" }];
  return rules2.flatMap((rule) => [
    ...rule.http.length === 0 ? [] : rule.hosts.flatMap((host) => ask(host, 80, "http")),
    ...rule.tls.flatMap(
      ({ match: match2 }) => match2.flatMap(({ sniHosts, port }) => sniHosts.flatMap((host) => ask(host, port === 0 ? 443 : port, "tls")))
    )
  ]);
}
function questionsAbout(service, port) {
  const common = {
    port: port.number,
    host: isWildcard(service.host) ? `any${service.host.slice(1)}` : service.host,
    configured: service.host
  };
  return kindsOf(port).map((kind) => ({
    ...common,
    kind,
    speaksFirst: kind === "tcp" && isServerFirst(port) ? "server" : "client"
  }));
}
function kindsOf({ protocol }) {
  if (protocol === "UDP") return [];
  if (protocol === "Unsupported") return ["tls", "http", "tcp"];
  return [isTls(protocol) ? "tls" : isHttp(protocol) ? "http" : "tcp"];
}
function isServerFirst({ number, name, protocol }) {
  return protocol === "MySQL" || protocol === "Mongo" || !isHttp(protocol) && !isTls(protocol) && (serverFirstPorts.has(number) || /\b(mysql|mongo|smtp)/i.test(name));
}
function strangerTo(hosts) {
  const covers2 = (name) => hosts.has(name) || [...hosts].some((host) => isWildcard(host) && isSubsetOf(name, host));
  const names4 = ["example.org", "www.example.org", "example.com", "example.net", "nobody.example", "nobody.invalid"];
  return names4.find((name) => !covers2(name)) ?? "nobody-configures-this.invalid";
}
function unusedPort(byPort2) {
  let port = 4433;
  while (byPort2.has(port)) port += 1;
  return port;
}
function byFame([a], [b]) {
  const [isKnownA, isKnownB] = [a.startsWith("www."), b.startsWith("www.")];
  return isKnownA !== isKnownB ? isKnownA ? -1 : 1 : a < b ? -1 : a > b ? 1 : 0;
}

// src/envoy/verdict.ts
function sameVerdict(a, b) {
  return a.kind === b.kind && a.cluster === b.cluster && a.status === b.status && sameOwner(a.owner, b.owner) && JSON.stringify(a.weights) === JSON.stringify(b.weights);
}
function sameOwner(a, b) {
  return a === b || a?.kind === b?.kind && a?.namespace === b?.namespace && a?.name === b?.name;
}

// src/diff/touched-ports.ts
function touchedPorts(base, head, changedPolicies2 = []) {
  if (base === head && changedPolicies2.length === 0) return /* @__PURE__ */ new Set();
  if (!samePolicy(base.policy, head.policy) || !sameShape(base, head) || !sameRoutes(base, head)) return "every";
  if (changedPolicies2.some((policy) => concerns(policy, base) || concerns(policy, head))) return "every";
  const hosts = /* @__PURE__ */ new Set();
  base.listeners.forEach((listener, index) => {
    const before2 = new Set(listener.services);
    const after = new Set(head.listeners[index]?.services ?? []);
    for (const service of before2) if (!after.has(service)) hosts.add(service.host);
    for (const service of after) if (!before2.has(service)) hosts.add(service.host);
  });
  const ports = /* @__PURE__ */ new Set();
  const touch = ({ host, ports: declared }) => {
    if (hosts.has(host)) for (const { number } of declared) ports.add(number);
  };
  for (const scope of [base, head]) for (const { services } of scope.listeners) services.forEach(touch);
  return ports;
}
function concerns({ host, namespace }, { listeners: listeners2 }) {
  const full = fullName(host, namespace, defaultMeshConfig.domain);
  return listeners2.some(
    ({ services, destinations }) => [...services, ...destinations].some((service) => isSubsetOf(service.host, full))
  );
}
function sameRoutes(a, b) {
  return a.listeners.every(({ routes, destinations }, index) => {
    const other = b.listeners[index];
    return routes.length === other?.routes.length && routes.every((route, at) => sameRoute(route, other.routes[at])) && destinations.length === other.destinations.length && destinations.every((service, at) => service === other.destinations[at]);
  });
}
function sameRoute(a, b) {
  return a === b || a.document === b?.document && JSON.stringify(a.http) === JSON.stringify(b.http);
}
function samePolicy(a, b) {
  return a.mode === b.mode && JSON.stringify(a.egressProxy) === JSON.stringify(b.egressProxy);
}
function sameShape(a, b) {
  const shape = ({ listeners: listeners2 }) => JSON.stringify(listeners2.map(({ port, bind, bindToPort }) => [port, bind, bindToPort]));
  return shape(a) === shape(b);
}

// src/diff/changed-calls.ts
function changedCalls(groupClass, base, head, questions) {
  const { asked } = groupClass;
  const touched = touchedPorts(
    base.sidecar(asked).configuration.scope,
    head.sidecar(asked).configuration.scope,
    changedPolicies(base, head)
  );
  const ports = touched === "every" ? questions.ports : questions.ports.filter((port) => touched.has(port));
  return ports.flatMap(
    (port) => [...worthAsking(questions.named(port), groupClass, base, head), ...questions.strangers(port)].flatMap((question) => {
      const before2 = base.ask(asked, question);
      const after = head.ask(asked, question);
      return sameVerdict(before2, after) ? [] : [{ groupClass, question, before: before2, after }];
    })
  );
}
function changedPolicies(base, head) {
  const before2 = new Set(base.simulation.mesh.destinationRules);
  const after = new Set(head.simulation.mesh.destinationRules);
  return [...[...before2].filter((rule) => !after.has(rule)), ...[...after].filter((rule) => !before2.has(rule))];
}
function worthAsking(questions, { asked }, base, head) {
  const before2 = base.configured(asked);
  const after = head.configured(asked);
  const wildcards = [.../* @__PURE__ */ new Set([...before2.wildcards, ...after.wildcards])];
  const represented = /* @__PURE__ */ new Set();
  return questions.filter((question) => {
    const { configured, host, kind, port } = question;
    if (configured === null || host === null) return true;
    if (before2.has(configured, port) || after.has(configured, port)) return true;
    if (base.hasAddress(configured) || head.hasAddress(configured)) {
      return base.call(asked, question).address === head.call(asked, question).address;
    }
    if (wildcards.some((wildcard) => isSubsetOf(host, wildcard))) return true;
    const isFirst = !represented.has(`${kind} ${question.speaksFirst}`);
    represented.add(`${kind} ${question.speaksFirst}`);
    return isFirst;
  });
}

// src/diff/resource-changes.ts
function keyOf3(resource) {
  const kind = resource.kind === "Workload" ? resource.workloadKind : resource.kind;
  return `${kind}/${resource.namespace}/${resource.name}`;
}
function pairResources(base, head) {
  const before2 = new Map(base.map((resource) => [keyOf3(resource), resource]));
  const after = new Map(head.map((resource) => [keyOf3(resource), resource]));
  const changes = [];
  const headInBaseTerms = head.map((resource) => {
    const known2 = before2.get(keyOf3(resource));
    if (known2 !== void 0 && saysTheSame(known2, resource)) return known2;
    changes.push({ key: keyOf3(resource), base: known2 ?? null, head: resource });
    return resource;
  });
  for (const [key2, resource] of before2) if (!after.has(key2)) changes.push({ key: key2, base: resource, head: null });
  return { changes: changes.sort(byKey), headInBaseTerms };
}
function byKey(a, b) {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
function saysTheSame(a, b) {
  return a === b || meaning(a) === meaning(b);
}
function meaning(resource) {
  return JSON.stringify(resource, (field3, value) => {
    if (field3 === "document" || field3 === "namespaceGiven") return void 0;
    const isPlain2 = typeof value === "object" && value !== null && !Array.isArray(value);
    return isPlain2 ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => x < y ? -1 : 1)) : value;
  });
}

// src/diff/counterfactuals.ts
function counterfactuals(head, all, base, open) {
  const telling = all.filter(isTelling);
  const positions = new Map(telling.map(({ key: key2 }, index) => [key2, index]));
  const sides = /* @__PURE__ */ new Map([[idOf(telling, positions), base]]);
  return {
    without(changes) {
      const id = idOf(changes, positions);
      const side = sides.get(id) ?? open(revert(head, changes));
      sides.set(id, side);
      return side;
    },
    opened: () => sides.size - 1
  };
}
function isTelling({ base, head }) {
  return [base, head].some((resource) => {
    if (resource === null || resource.kind === "Namespace") return false;
    return resource.kind !== "Workload" || resource.address !== null;
  });
}
function idOf(changes, positions) {
  return changes.flatMap(({ key: key2 }) => positions.get(key2) ?? []).sort((a, b) => a - b).join(" ");
}
function revert(head, changes) {
  const reverted = new Set(changes.map(({ key: key2 }) => key2));
  const restored = changes.flatMap(({ base }) => base === null ? [] : [base]);
  return [...head.filter((resource) => !reverted.has(keyOf3(resource))), ...restored];
}

// src/diff/group-classes.ts
function classify(groups, outside, base, head, isCreated2) {
  const classes = /* @__PURE__ */ new Map();
  const numberOf3 = numbering();
  const classOf = (group) => {
    const created = isCreated2(group.namespace);
    const key2 = [numberOf3(base.sidecar(group)), numberOf3(head.sidecar(group)), created].join(" ");
    const found = classes.get(key2) ?? { groups: [], reachesOutside: false, isCreated: created };
    classes.set(key2, found);
    return found;
  };
  for (const group of groups) classOf(group).groups.push(group);
  classOf(outside).reachesOutside = true;
  return [...classes.values()].map((found) => ({ asked: found.groups[0] ?? outside, ...found }));
}
function numbering() {
  const numbers = /* @__PURE__ */ new Map();
  return (sidecar) => {
    const number = numbers.get(sidecar) ?? numbers.size;
    numbers.set(sidecar, number);
    return number;
  };
}
function classFor(asked, groups, reachesOutside) {
  return { asked, groups, reachesOutside, isCreated: false };
}

// src/diff/groups.ts
function workloadGroups(base, head) {
  const remarks = [];
  const groups = [];
  for (const namespace of namespacesOf(base.mesh, head.mesh)) {
    const reason2 = whyNotAsked(namespace, base.mesh, head.mesh);
    if (reason2 === null) groups.push(...groupsOf(namespace, base, head, remarks));
    else if (reason2 !== "") remarks.push(reason2);
  }
  return { groups, remarks };
}
function isCreated(namespace, base, head) {
  return head.namespaces.has(namespace) && !base.namespaces.has(namespace) && ![...base.services, ...base.sidecars, ...base.workloads].some((resource) => resource.namespace === namespace);
}
var outsideGroup = { namespace: "(outside this repository)", labels: {} };
function namespacesOf(base, head) {
  const names4 = /* @__PURE__ */ new Set();
  for (const { services, sidecars, workloads, namespaces } of [base, head]) {
    for (const { namespace } of [...services, ...sidecars, ...workloads]) names4.add(namespace);
    for (const name of namespaces.keys()) names4.add(name);
  }
  return [...names4].sort();
}
function whyNotAsked(name, base, head) {
  const namespace = head.namespaces.get(name);
  if (namespace === void 0 && base.namespaces.has(name)) return "";
  if (name.startsWith("kube-")) return "";
  if (namespace?.labels["istio-injection"] === "disabled") return "";
  if (namespace?.labels["istio.io/dataplane-mode"] === "ambient") {
    return `namespace ${name} is ambient, which is not simulated: what becomes of its calls is unknown`;
  }
  const isSpecial = name === head.config.rootNamespace || isGatewayNamespace(name, head);
  return isSpecial && !hasInjectedPod(name, namespace, head) ? "" : null;
}
function isGatewayNamespace(name, { workloads }) {
  const pods = workloads.filter(({ namespace }) => namespace === name);
  return /^istio-(ingress|egress|gateway)/.test(name) || pods.length > 0 && pods.every(isGateway);
}
function isGateway({ podLabels, podAnnotations }) {
  return podAnnotations["inject.istio.io/templates"] === "gateway" || /gateway/.test(podLabels["istio"] ?? "") || "gateway.networking.k8s.io/gateway-name" in podLabels;
}
function hasInjectedPod(name, namespace, { workloads }) {
  const isDefault = namespace?.labels["istio-injection"] === "enabled" || "istio.io/rev" in (namespace?.labels ?? {});
  return workloads.some((pod) => {
    if (pod.namespace !== name || isGateway(pod) || !hasSidecar(pod)) return false;
    return isDefault || wishOf(pod) === "true";
  });
}
function hasSidecar(pod) {
  return !pod.hostNetwork && wishOf(pod) !== "false";
}
function wishOf({ podLabels, podAnnotations }) {
  return podLabels["sidecar.istio.io/inject"] ?? podAnnotations["sidecar.istio.io/inject"];
}
function groupsOf(namespace, base, head, remarks) {
  const pods = [...base.mesh.workloads, ...head.mesh.workloads].filter(
    (pod) => pod.namespace === namespace && hasSidecar(pod)
  );
  const sidecars = [...base.mesh.sidecars, ...head.mesh.sidecars].filter((sidecar) => sidecar.namespace === namespace);
  const found = /* @__PURE__ */ new Map();
  const governed2 = /* @__PURE__ */ new Set();
  const add = (labels) => {
    const group = { namespace, labels };
    found.set(groupKey(group), group);
    governed2.add(governorsOf(group, base, head));
  };
  add({});
  for (const { workloadSelector: workloadSelector2, name } of sidecars) {
    if (workloadSelector2 === null || found.has(groupKey({ namespace, labels: workloadSelector2 }))) continue;
    add(workloadSelector2);
    if (!pods.some(({ podLabels }) => selects(workloadSelector2, podLabels))) {
      remarks.push(`no pod in the manifests carries the labels that Sidecar ${namespace}/${name} selects`);
    }
  }
  for (const { podLabels } of pods) {
    if (!governed2.has(governorsOf({ namespace, labels: podLabels }, base, head))) add(podLabels);
  }
  return [...found.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, group]) => group);
}
function governorsOf(group, base, head) {
  return [base, head].map((side) => side.choice(group)).map(
    ({ chosen, rivals }) => [chosen, ...rivals].map((sidecar) => sidecar === null ? "-" : nameOf3(sidecar)).join("+")
  ).join(" ");
}
function nameOf3({ namespace, name }) {
  return `${namespace}/${name}`;
}

// src/diff/configured.ts
function configuredIn(scope) {
  const byHost = /* @__PURE__ */ new Map();
  const services = new Set(scope.listeners.flatMap((listener) => listener.services));
  for (const service of services) {
    for (const host of service.resolution === "Alias" ? [] : [service.host, ...service.aliases]) {
      const known2 = byHost.get(host);
      if (known2 === void 0) byHost.set(host, [service]);
      else known2.push(service);
    }
  }
  return {
    services,
    wildcards: [...byHost.keys()].filter((host) => host.startsWith("*")),
    servicesOf: (host) => byHost.get(host) ?? [],
    has: (host, port) => (byHost.get(host) ?? []).some(
      ({ ports }) => ports.some(({ number, protocol }) => number === port && protocol !== "UDP")
    )
  };
}

// src/diff/side.ts
function openSide(simulation, foreign2) {
  const configured = /* @__PURE__ */ new Map();
  const addresses3 = addressBook(simulation.mesh);
  let declared = null;
  const side = {
    simulation,
    sidecar: (group) => simulation.sidecar(group),
    configured(group) {
      const { scope } = simulation.sidecar(group).configuration;
      const made = configured.get(scope) ?? configuredIn(scope);
      configured.set(scope, made);
      return made;
    },
    declares(host, port, namespace) {
      declared ??= declaredPlaces(simulation.mesh);
      return declared.has(placeOf4(host, port, namespace));
    },
    hasAddress: (host) => addresses3.has(host),
    call(group, { kind, port, host, configured: name, speaksFirst }) {
      const own2 = name === null ? [] : side.configured(group).servicesOf(name);
      const known2 = own2.length > 0 ? own2.map(dialledAddress).find(isAddress) : addresses3.get(name ?? "");
      return { kind, port, host, speaksFirst, address: known2 ?? foreign2 };
    },
    ask: (group, question) => simulation.sidecar(group).answer(side.call(group, question)),
    ruleBehind: ({ via }) => via === null ? null : simulation.mesh.routes.all.find(({ namespace, name }) => namespace === via.namespace && name === via.name) ?? null,
    serviceBehind: (group, { cluster }) => cluster === null ? null : simulation.sidecar(group).configuration.clusters().get(cluster)?.service ?? null
  };
  return side;
}
function declaredPlaces({ services }) {
  const places = /* @__PURE__ */ new Set();
  for (const { host, namespace, ports } of services) {
    for (const { number } of ports) places.add(placeOf4(host, number, null)).add(placeOf4(host, number, namespace));
  }
  return places;
}
function placeOf4(host, port, namespace) {
  return `${namespace ?? "*"}/${host}:${port}`;
}
function addressBook({ services }) {
  const addresses3 = /* @__PURE__ */ new Map();
  for (const service of services) {
    const address = dialledAddress(service);
    if (address !== null && !addresses3.has(service.host)) addresses3.set(service.host, address);
  }
  return addresses3;
}
function isAddress(text5) {
  return text5 !== null;
}

// src/diff/comparison.ts
function compare2(base, head, controlPlane) {
  const baseResources = base.resources;
  const headResources = inForce(base, head);
  const { changes, headInBaseTerms } = pairResources(baseResources, headResources);
  const addresses3 = freeAddresses([...baseResources, ...headResources]);
  const conversion = createConversion(controlPlane, (service) => addresses3.invented(service));
  const inBase = new Set(baseResources.map(keyOf3));
  const ageOf = ageSince((resource) => inBase.has(keyOf3(resource)));
  const areNamesQualified = [...baseResources, ...headResources].every(hasQualifiedHosts);
  const open = (resources) => openSide(startMesh(buildMesh(resources, controlPlane, ageOf, conversion), areNamesQualified), addresses3.foreign);
  const before2 = open(baseResources);
  const after = open(headInBaseTerms);
  const [baseMesh, headMesh] = [before2.simulation.mesh, after.simulation.mesh];
  const { groups, remarks } = workloadGroups(before2.simulation, after.simulation);
  const classes = classify(groups, outsideGroup, before2, after, (name) => isCreated(name, baseMesh, headMesh));
  const questions = questionnaire(baseMesh, headMesh);
  return {
    base: before2,
    head: after,
    resourceChanges: changes,
    classes,
    changedCalls: classes.flatMap((groupClass) => changedCalls(groupClass, before2, after, questions)),
    questions,
    addresses: addresses3,
    counterfactuals: counterfactuals(headInBaseTerms, changes, before2, open),
    refused: { base: base.invalid, head: head.invalid },
    remarks
  };
}
function inForce(base, head) {
  const refused2 = new Set(head.invalid.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`));
  const accepted = new Set(head.resources.map(keyOf3));
  const kept = base.resources.filter((resource) => refused2.has(keyOf3(resource)) && !accepted.has(keyOf3(resource)));
  return kept.length === 0 ? head.resources : [...head.resources, ...kept];
}
function hasQualifiedHosts(resource) {
  return resource.kind !== "ServiceEntry" || resource.hosts.every((host) => host.includes("."));
}

// src/diff/causes.ts
function searchCauses(comparison) {
  const byClass = /* @__PURE__ */ new Map();
  const relevantTo = (groupClass) => {
    const relevant = byClass.get(groupClass) ?? relevantChanges(comparison, groupClass);
    byClass.set(groupClass, relevant);
    return relevant;
  };
  return {
    relevantTo,
    find(groupClass, hints, isAsBase) {
      const relevant = relevantTo(groupClass);
      const named2 = relevant.filter(({ key: key2 }) => hints.has(key2));
      const rest = relevant.filter(({ key: key2 }) => !hints.has(key2));
      return findAmong([...named2, ...rest], hints, comparison, isAsBase);
    }
  };
}
function findAmong(relevant, hints, { counterfactuals: counterfactuals2, resourceChanges }, isAsBase) {
  if (relevant.length > MOST_CANDIDATES) return causeAmongMany(relevant, hints, counterfactuals2, isAsBase);
  const undoes = (changes) => isAsBase(counterfactuals2.without(changes));
  const suffices = relevant.length === resourceChanges.length || undoes(relevant);
  const candidates = suffices ? relevant : resourceChanges;
  if (candidates.length > MOST_CANDIDATES) return { changes: relevant, isProven: false };
  const alone = candidates.filter((change) => undoes([change]));
  if (alone.length > 0) return { changes: alone, isProven: true };
  if (!undoes(candidates)) return { changes: candidates, isProven: false };
  let needed = candidates;
  for (const change of [...candidates].reverse()) {
    const rest = needed.filter((other) => other !== change);
    if (rest.length > 0 && undoes(rest)) needed = rest;
  }
  return { changes: needed, isProven: true };
}
var MOST_CANDIDATES = 24;
var MOST_SIDES = 24;
function causeAmongMany(relevant, hints, counterfactuals2, isAsBase) {
  const named2 = relevant.filter(({ key: key2 }) => hints.has(key2));
  const proven = named2.find(
    (change) => counterfactuals2.opened() < MOST_SIDES && isAsBase(counterfactuals2.without([change]))
  );
  if (proven !== void 0) return { changes: [proven], isProven: true };
  return { changes: named2.length > 0 ? named2 : relevant, isProven: false };
}
function relevantChanges({ resourceChanges, base, head }, { asked }) {
  const sidecarNamespaces = [asked.namespace, head.simulation.mesh.config.rootNamespace];
  const felt = /* @__PURE__ */ new Set();
  const hosts = /* @__PURE__ */ new Set();
  for (const side of [base, head]) {
    for (const { resource, host } of side.configured(asked).services) {
      felt.add(resource);
      hosts.add(host);
    }
  }
  const isFelt = (resource) => resource !== null && (felt.has(resource) || resource.kind === "Sidecar" && sidecarNamespaces.includes(resource.namespace) || // Rules lead calls, and policies make clusters, without a scope having to name them.
  resource.kind === "VirtualService" || resource.kind === "DestinationRule" || // What no scope has to see: an alias (CV-5), and endpoints, also of another entry of the host (LI-10).
  resource.kind === "Service" && resource.type === "ExternalName" || resource.kind === "EndpointSlice" || resource.kind === "Endpoints" || resource.kind === "WorkloadEntry" || resource.kind === "Workload" && resource.address !== null || resource.kind === "ServiceEntry" && resource.hosts.some((host) => hosts.has(host)));
  const relevant = resourceChanges.filter((change) => isFelt(change.base) || isFelt(change.head));
  return relevant.length === 0 ? resourceChanges : relevant;
}

// src/findings/direction.ts
function forward(comparison) {
  const { base, head, classes, changedCalls: changedCalls2 } = comparison;
  return { isForward: true, comparison, before: base, after: head, classes, changedCalls: changedCalls2 };
}
function isNew({ base, head }, { groupClass, question: { configured, port }, after }) {
  if (configured === null) return false;
  const answering = head.serviceBehind(groupClass.asked, after);
  return !base.declares(configured, port, answering?.host === configured ? answering.namespace : null);
}
function backward(comparison, changedCalls2) {
  const { base, head, classes } = comparison;
  return {
    isForward: false,
    comparison,
    before: head,
    after: base,
    classes: classes.filter(({ isCreated: isCreated2 }) => !isCreated2),
    changedCalls: changedCalls2.filter((change) => !change.groupClass.isCreated && !isNew(comparison, change)).map((call) => ({ ...call, before: call.after, after: call.before }))
  };
}

// src/findings/importance.ts
var severities = ["error", "warning", "notice"];
function byImportance(a, b) {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity) || byPlace2(a, b);
}
function byPlace2(a, b) {
  const [first, second] = [a.causes[0]?.at, b.causes[0]?.at];
  return compareText3(first?.file ?? "", second?.file ?? "") || (first?.line ?? 0) - (second?.line ?? 0) || compareText3(a.rule, b.rule) || compareText3(JSON.stringify(a.subject), JSON.stringify(b.subject)) || compareText3(a.fingerprint, b.fingerprint);
}
function compareText3(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/findings/aggravation.ts
function aggravations(comparison, search, rule, severity, shown, causes) {
  if (rule.claim === void 0 || severity === "notice" || comparison.resourceChanges.length === causes.length)
    return [];
  const known2 = new Set(causes.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`));
  const others = search.relevantTo(shown.groupClass).filter(({ key: key2 }) => !known2.has(key2));
  if (others.length > MOST_OTHERS) return [];
  return others.flatMap((change) => {
    const otherwise = severityWithout(comparison, rule, shown, change);
    const [now, then] = [severities.indexOf(severity), otherwise === null ? -1 : severities.indexOf(otherwise)];
    const resource = change.head ?? change.base;
    if (otherwise === null || resource === null || then <= now) return [];
    const { namespace, name } = resource;
    const kind = resource.kind === "Workload" ? resource.workloadKind : resource.kind;
    return [{ by: { kind, namespace, name }, otherwise }];
  });
}
var MOST_OTHERS = 24;
function severityWithout(comparison, rule, shown, change) {
  const side = comparison.counterfactuals.without([change]);
  const after = side.ask(shown.groupClass.asked, shown.question);
  if (sameVerdict(after, shown.after)) return null;
  return rule.claim?.({ ...forward(comparison), after: side }, { ...shown, after })?.severity ?? null;
}

// src/findings/observation.ts
function observeCall({ isForward }, change, seen) {
  const { groupClass, question, before: before2, after } = change;
  const atBase = isForward ? before2 : after;
  return {
    ...seen,
    groupClass,
    change,
    hints: hintsOf([...seen.hints ?? [], after.owner, before2.owner]),
    isAsBase: (side) => sameVerdict(side.ask(groupClass.asked, question), atBase),
    knownCauses: null,
    pointAt: () => null
  };
}
function observeState({ isForward }, groupClass, holds2, seen) {
  return {
    ...seen,
    groupClass,
    change: seen.change ?? null,
    hints: hintsOf(seen.hints ?? []),
    isAsBase: (side) => holds2(side) !== isForward,
    knownCauses: seen.knownCauses ?? null,
    pointAt: seen.pointAt ?? (() => null)
  };
}
function hintsOf(owners) {
  return new Set(owners.flatMap((owner) => owner === null ? [] : [`${owner.kind}/${owner.namespace}/${owner.name}`]));
}

// src/findings/wording.ts
function list3(items) {
  const shown = items.length <= 4 ? items : [...items.slice(0, 3), `${items.length - 3} more`];
  const last = shown.at(-1) ?? "";
  return shown.length <= 1 ? last : `${shown.slice(0, -1).join(", ")} and ${last}`;
}
function resourceText({ kind, namespace, name }) {
  return `${kind} ${namespace}/${name}`;
}

// src/findings/rules/ambiguous-sidecar.ts
var ambiguousSidecar = {
  id: "ambiguous-sidecar",
  severities: "error",
  summary: "Two or more Sidecars govern one group of pods equally.",
  why: "Sidecars are never merged: one of them governs alone, and the others have no effect. Which one is decided by age, so a Sidecar that is re-created hands the namespace over to its rival.",
  fix: "Merge them into one Sidecar, or give each a workloadSelector that selects pods of its own.",
  observe: (direction) => direction.classes.flatMap(({ groups, reachesOutside }) => [
    ...groups.flatMap((group) => observation(direction, group, false)),
    ...reachesOutside ? observation(direction, outsideGroup, true) : []
  ]),
  describe(seen) {
    const [winner, ...losers] = (seen.subject.resources ?? []).map(({ namespace, name }) => `${namespace}/${name}`);
    const others = list3(losers);
    return {
      title: `Sidecars ${list3([winner ?? "", ...losers])} govern the same pods`,
      message: `Sidecars are never merged: the one that was created first governs alone. ` + (isDated(seen) ? `That is ${winner}, so ${others} has no effect.` : `Manifests do not say which that is; we take ${winner} for it. Where ${others} was created first, that governs instead.`),
      fix: ambiguousSidecar.fix
    };
  },
  gone: ({ subject }) => `Sidecars ${list3((subject.resources ?? []).map(({ namespace, name }) => `${namespace}/${name}`))} no longer govern the same pods`
};
function observation(direction, group, isOutside) {
  const rivals = claimants(direction.after, group);
  if (rivals.length < 2 || key(rivals) === key(claimants(direction.before, group))) return [];
  const resources = rivals.map(({ kind, namespace, name }) => ({ kind, namespace, name }));
  return [
    observeState(
      direction,
      classFor(group, isOutside ? [] : [group], isOutside),
      (side) => key(claimants(side, group)) === key(rivals),
      { severity: "error", ownerHost: null, subject: { resources }, hints: resources }
    )
  ];
}
function claimants(side, group) {
  const { chosen, rivals } = side.simulation.choice(group);
  return chosen === null ? [] : [chosen, ...rivals];
}
function key(resources) {
  return resources.map(({ namespace, name }) => `${namespace}/${name}`).sort().join(" ");
}
function isDated({ after, groupClass }) {
  return claimants(after, groupClass.asked).every(({ createdAt }) => createdAt !== null);
}

// src/findings/rules/ambiguous-winner.ts
var ambiguousWinner = {
  id: "ambiguous-winner",
  severities: "error where the contested place matches every connection; else warning",
  summary: "Several entries claim one place, and which of them is older, as the cluster knows it, decides.",
  why: "Istio lets the oldest entry win and drops the others without a word. Creation times are not in Git: after a restore, a re-creation or in another cluster the order can be the other way round, and so is the traffic.",
  fix: "Remove the contest: give the entries addresses, different ports or different hosts, or keep each to its own namespaces with exportTo.",
  observe(direction) {
    return direction.classes.flatMap((groupClass) => {
      const known2 = new Set(contests(direction.before, groupClass).map(contestKey));
      return contests(direction.after, groupClass).filter((contest3) => !known2.has(contestKey(contest3))).map((contest3) => {
        const key2 = contestKey(contest3);
        const holds2 = (side) => contests(side, groupClass).some((other) => contestKey(other) === key2);
        return observeState(direction, groupClass, holds2, {
          severity: contest3.isMatchAll ? "error" : "warning",
          ownerHost: contest3.winner.host,
          subject: {
            hosts: [.../* @__PURE__ */ new Set([contest3.winner.host, contest3.loser.host])],
            ...contest3.port === null ? {} : { port: contest3.port },
            resources: [contest3.winner.resource, contest3.loser.resource].map(({ kind, namespace, name }) => ({
              kind,
              namespace,
              name
            }))
          },
          hints: [contest3.loser.resource, contest3.winner.resource]
        });
      });
    });
  },
  describe(seen) {
    const { subject, severity } = seen;
    const resources = subject.resources ?? [];
    const [winner, ...losers] = resources.map(resourceText);
    const others = list3(losers);
    const isOneHost = subject.hosts?.length === 1;
    const what = isOneHost ? subject.hosts?.[0] ?? "" : `port ${subject.port}`;
    const claim = isOneHost ? `declare ${what}, and Istio lets the namespace of the one that was created first answer for it` : severity === "error" ? `would take every connection to port ${subject.port} that nothing else claims, and Istio lets the one that was created first have them all` : `want the same connections to port ${subject.port}, and Istio gives them to the one that was created first`;
    return {
      title: `Only their age decides which of ${list3(resources.map(({ namespace, name }) => `${namespace}/${name}`))} has ${what}`,
      message: `${losers.length === 1 ? "Both" : "All"} ${claim}. Manifests do not say which that is: ${assumptionOn(seen)}, so ${winner} wins. Where ${others} was created first, it is the other way round.`,
      fix: ambiguousWinner.fix
    };
  },
  gone: ({ subject }) => `${list3((subject.resources ?? []).map(resourceText))} no longer contest one place`
};
function assumptionOn({ subject, before: before2 }) {
  const known2 = new Set(before2.simulation.mesh.services.map(({ resource }) => keyOf3(resource)));
  const areKnown = (subject.resources ?? []).map(
    ({ kind, namespace, name }) => known2.has(`${kind}/${namespace}/${name}`)
  );
  return new Set(areKnown).size === 1 ? "we go by name" : "we take what base holds for older than what head adds";
}
function contests(side, { asked }) {
  const { configuration } = side.sidecar(asked);
  const found = [];
  for (const { address, port, match: match2, winner, loser } of configuration.contests) {
    if (winner.host === loser.host && winner.namespace === loser.namespace) continue;
    const place = `${address}:${port} ${match2 === null ? "listener" : matchText({ match: match2 })}`;
    found.push({
      place,
      port,
      isMatchAll: isWildcard2(address) && match2 !== null && isMatchAll({ match: match2 }),
      winner,
      loser
    });
  }
  for (const listener of configuration.scope.listeners) {
    for (const { host, winner, losers, decidedBy } of listener.contests) {
      if (decidedBy !== "age") continue;
      for (const loser of losers)
        found.push({ place: host, port: sharedPort(winner, loser), isMatchAll: false, winner, loser });
    }
  }
  return found.filter((contest3) => isDecidedByAssumedAge(side, contest3));
}
function isWildcard2(address) {
  return address === "0.0.0.0" || address === "::";
}
function sharedPort(winner, loser) {
  return winner.ports.find(({ number }) => loser.ports.some((port) => port.number === number))?.number ?? null;
}
function isDecidedByAssumedAge(side, { winner, loser }) {
  if (winner.resource === loser.resource) return false;
  const { ageOf, config } = side.simulation.mesh;
  if (!ageOf(winner.resource).assumed && !ageOf(loser.resource).assumed) return false;
  const isPublic = (service) => visibility(service.exportTo, service.namespace, config.defaultServiceExportTo).kind === "public";
  return isPublic(winner) === isPublic(loser);
}
function contestKey({ place, winner, loser }) {
  return [place, ...[winner, loser].map(({ host, namespace }) => `${namespace}/${host}`).sort()].join(" ");
}

// src/findings/changed-place.ts
function changedPlace(base, head) {
  return difference(base, head) ?? { side: "head", node: head };
}
function difference(base, head) {
  if (base.kind === "mapping" && head.kind === "mapping") return mappingDifference(base, head);
  if (base.kind === "sequence" && head.kind === "sequence") return sequenceDifference(base, head);
  if (base.kind === "scalar" && head.kind === "scalar" && base.text === head.text) return null;
  return { side: "head", node: head };
}
function mappingDifference(base, head) {
  let dropped = null;
  for (const { key: key2, value } of head.pairs) {
    const known2 = pairOf(base, key2.text);
    if (known2 === null) return { side: "head", node: { ...value, start: key2.start } };
    const found = difference(known2.value, value);
    if (found?.side === "head") return found;
    dropped ??= found;
  }
  const gone = base.pairs.find(({ key: key2 }) => pairOf(head, key2.text) === null);
  return dropped ?? (gone === void 0 ? null : { side: "base", node: { ...gone.value, start: gone.key.start } });
}
function sequenceDifference(base, head) {
  const before2 = new Set(base.items.map(meaning2));
  const after = new Set(head.items.map(meaning2));
  const added = head.items.findIndex((item) => !before2.has(meaning2(item)));
  const addedNode = head.items[added];
  if (addedNode !== void 0) {
    const counterpart2 = base.items[added];
    const isEdited = counterpart2 !== void 0 && !after.has(meaning2(counterpart2)) && addedNode.kind !== "scalar";
    return (isEdited ? difference(counterpart2, addedNode) : null) ?? { side: "head", node: addedNode };
  }
  const gone = base.items.find((item) => !after.has(meaning2(item)));
  if (gone !== void 0) return { side: "base", node: gone };
  return base.items.length === head.items.length && base.items.every((item, at) => meaning2(item) === meaning2(head.items[at] ?? item)) ? null : { side: "head", node: head };
}
function meaning2(node) {
  switch (node.kind) {
    case "scalar":
      return JSON.stringify(node.text);
    case "sequence":
      return `[${node.items.map(meaning2).join(",")}]`;
    case "mapping": {
      const pairs = node.pairs.map(({ key: key2, value }) => `${JSON.stringify(key2.text)}:${meaning2(value)}`);
      return `{${pairs.sort().join(",")}}`;
    }
  }
}

// src/findings/cause-source.ts
function sourceOf({ base, head }) {
  if (base !== null && head !== null) {
    const { side: side2, node } = changedPlace(base.document.root, head.document.root);
    return causeAt(side2 === "base" ? base : head, "modified", side2, node);
  }
  const resource = head ?? base;
  if (resource === null) throw new Error("a change without a resource on either side");
  const side = head === null ? "base" : "head";
  return causeAt(resource, head === null ? "removed" : "added", side, heartOf(resource));
}
function causeAt(resource, change, side, node) {
  const { document, namespace, name } = resource;
  const kind = resource.kind === "Workload" ? resource.workloadKind : resource.kind;
  return {
    kind,
    namespace,
    name,
    change,
    side,
    at: spanOf(document, node ?? document.root),
    document,
    resource,
    faults: []
  };
}
function heartOf({ kind, document: { root } }) {
  const hosts = kind === "ServiceEntry" ? ["spec", "hosts", 0] : kind === "Sidecar" ? ["spec", "egress", 0] : [];
  return (hosts.length === 0 ? null : nodeAt(root, hosts)) ?? nodeAt(root, ["metadata", "name"]);
}

// src/findings/nearest-host.ts
function nearestHost({ namespace, name }, governed2, side) {
  const hosts = side.simulation.mesh.visibleTo(governed2).filter((service) => service.namespace === namespace).map(({ host }) => host);
  const near = [...new Set(hosts)].filter((host) => distance(host, name, 2) <= 2);
  const [nearest, ...rivals] = near;
  return nearest === void 0 || rivals.length > 0 ? null : nearest;
}
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast = [];
  let last = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame2 = a[i - 1] === b[j - 1];
      const edits = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame2 ? 0 : 1)];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits.push((beforeLast[j - 2] ?? 0) + 1);
      row.push(Math.min(...edits));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

// src/findings/rules/dangling-egress-host.ts
var danglingEgressHost = {
  id: "dangling-egress-host",
  severities: "warning",
  summary: "An egress host of a Sidecar names something in a known namespace that matches nothing visible.",
  why: "An egress host that matches nothing is no error to Istio: the host that was meant is simply not configured, and calls to it are unknown traffic. Mostly it is a misspelt name, or an entry that is gone or not exported.",
  fix: "Correct the name, export the entry to this namespace, or remove the line.",
  observe(direction) {
    const known2 = new Set(dangling(direction.before).map(dangleKey));
    return dangling(direction.after).filter((found) => !known2.has(dangleKey(found))).flatMap((found) => {
      const groupClass = governedBy(direction, found.sidecar);
      if (groupClass === null) return [];
      const key2 = dangleKey(found);
      return [
        observeState(direction, groupClass, (side) => dangling(side).some((other) => dangleKey(other) === key2), {
          severity: "warning",
          ownerHost: found.entry,
          subject: { entry: found.entry },
          hints: [found.sidecar],
          pointAt: (change) => lineOf(direction, found, change)
        })
      ];
    });
  },
  describe({ subject, groupClass, after }) {
    const { chosen } = after.simulation.choice(groupClass.asked);
    const meant = parseEgressHost(subject.entry ?? "", chosen?.namespace ?? "");
    const near = meant === null ? null : nearestHost(meant, chosen?.namespace ?? "", after);
    return {
      title: `Egress host "${subject.entry}" matches nothing`,
      message: `No Service or ServiceEntry of namespace ${meant?.namespace ?? ""} that ${chosen?.namespace ?? ""} may see has a host that ${meant?.name ?? ""} covers, so the line imports nothing.`,
      fix: near === null ? danglingEgressHost.fix : `Did you mean "${subject.entry?.replace(meant?.name ?? "", near)}"?`
    };
  },
  gone: ({ subject }) => `Egress host "${subject.entry}" no longer matches nothing`
};
function dangling({ simulation: { mesh } }) {
  const held = heldNamespaces(mesh);
  return mesh.sidecars.flatMap(
    (sidecar) => sidecar.egress.flatMap(
      ({ hosts }, listener) => hosts.flatMap((entry, at) => {
        const host = parseEgressHost(entry, sidecar.namespace);
        const isForAll = sidecar.namespace === mesh.config.rootNamespace && entry.startsWith("./");
        if (host === null || isForAll || host.name === "*" || host.namespace === "*" || !held.has(host.namespace))
          return [];
        const isMet = mesh.visibleTo(sidecar.namespace).some((service) => service.namespace === host.namespace && isSubsetOf(service.host, host.name));
        const isRoute = mesh.routes.all.some(
          (route) => route.namespace === host.namespace && route.hosts.some((name) => isSubsetOf(name, host.name))
        );
        return isMet || isRoute ? [] : [{ sidecar, entry, path: ["spec", "egress", listener, "hosts", at] }];
      })
    )
  );
}
function heldNamespaces({ services, workloads, namespaces }) {
  return /* @__PURE__ */ new Set([...[...services, ...workloads].map(({ namespace }) => namespace), ...namespaces.keys()]);
}
function dangleKey({ sidecar, entry }) {
  return `${keyOf3(sidecar)} ${entry}`;
}
function governedBy({ after, classes }, sidecar) {
  const groups = classes.flatMap(({ groups: members }) => members).filter((group) => {
    const { chosen } = after.simulation.choice(group);
    return chosen !== null && keyOf3(chosen) === keyOf3(sidecar);
  });
  const [asked] = groups;
  return asked === void 0 ? null : classFor(asked, groups, false);
}
function lineOf({ isForward }, { sidecar, path: path2 }, { key: key2, base, head }) {
  if (key2 !== keyOf3(sidecar)) return null;
  const change = base === null ? "added" : head === null ? "removed" : "modified";
  return causeAt(sidecar, change, isForward ? "head" : "base", nodeAt(sidecar.document.root, path2));
}

// src/findings/declared-elsewhere.ts
function isDeclaredElsewhere({ base, head }, cluster) {
  const meant = cluster === null ? null : parseClusterName(cluster);
  if (meant === null) return false;
  return [base, head].every(({ simulation }) => simulation.mesh.servicesNamed(meant.host).size === 0);
}

// src/findings/ownership.ts
function reachesItsOwn(side, { groupClass, question }, verdict2) {
  const rule = side.ruleBehind(verdict2);
  if (rule !== null && question.host !== null && rule.hosts.some((host) => isSubsetOf(question.host ?? "", host)))
    return true;
  const service = side.serviceBehind(groupClass.asked, verdict2);
  if (verdict2.kind !== "delivered" || service === null) return false;
  return declaresHost(service, question) || declaresAddress(service, side.call(groupClass.asked, question).address);
}
function declaresHost(service, { host, configured }) {
  const { resource } = service;
  const hosts = [service.host, ...service.aliases, ...resource.kind === "ServiceEntry" ? resource.hosts : []];
  return hosts.some((own2) => own2 === configured || host !== null && isSubsetOf(host, own2));
}
function declaresAddress({ address, clusterAddresses, resource }, dialled) {
  const own2 = [address, ...clusterAddresses, ...resource.kind === "ServiceEntry" ? resource.addresses : []];
  const parsed = parseAddress(dialled);
  return own2.some((text5) => {
    const prefix2 = parsePrefix(text5);
    return prefix2 === null || parsed === null ? text5 === dialled : covers(prefix2, parsed);
  });
}
function isConfigured(side, { groupClass, question }) {
  return question.configured !== null && side.configured(groupClass.asked).has(question.configured, question.port);
}
function isSameDestination(a, b) {
  return a.host === b.host && a.resolution === b.resolution && JSON.stringify(a.endpoints) === JSON.stringify(b.endpoints);
}

// src/findings/rules/destination-changed.ts
var destinationChanged = {
  id: "destination-changed",
  severities: "error; warning where the call passes through or is led to a host that no manifest declares; notice where a VirtualService or the entry itself was edited to say so",
  summary: "Calls to a host that is configured before and after were delivered and now end somewhere else.",
  why: "Which cluster answers for a host depends on every entry that shares its port: an older entry, a conflicting protocol or another server name can take the place of what worked.",
  fix: "Look at the call before and after: if that is not meant, give the entries that share the port addresses of their own, or let them agree on one protocol.",
  isAboutLoss: true,
  claim(direction, change) {
    const { before: before2, after, question } = change;
    if (!isConfigured(direction.before, change) || !isConfigured(direction.after, change)) return null;
    if (before2.kind !== "delivered" || after.kind === "stalled") return null;
    if (reachesItsOwn(direction.after, change, after) && !reachesItsOwn(direction.before, change, before2)) return null;
    const severity = severityOf(direction, change);
    if (severity === null) return null;
    return observeCall(direction, change, {
      severity,
      ownerHost: null,
      subject: { hosts: [question.configured ?? ""], port: question.port }
    });
  },
  describe(seen) {
    const { subject, severity } = seen;
    return {
      title: `Calls to ${list3(subject.hosts ?? [])} on port ${subject.port} end elsewhere`,
      message: `${reasonOf2(seen)} ${fateOf(seen)}`,
      fix: severity === "notice" ? "Nothing to do, if the edit means that." : fixFor(seen)
    };
  },
  gone({ changes, subject, before: before2, after }) {
    const arrived = changes.filter(
      (change) => reachesItsOwn(before2, change, change.before) && !reachesItsOwn(after, change, change.after)
    );
    if (arrived.length === 0) return null;
    const hosts = [...new Set(arrived.flatMap(({ question }) => question.configured ?? []))];
    const kinds5 = [...new Set(arrived.map(({ question }) => kindWords[question.kind]))];
    const what = kinds5.length === 1 ? kinds5[0] ?? "" : "Calls";
    return `${what} to ${list3(hosts)} on port ${subject.port} ${kinds5.length === 1 ? "reaches" : "reach"} ${hosts.length === 1 ? "its own entry" : "their own entries"} at last`;
  }
};
var kindWords = { tls: "TLS", http: "Plain HTTP", tcp: "Plain TCP" };
function severityOf(direction, change) {
  const { groupClass, before: before2, after } = change;
  const former = direction.before.serviceBehind(groupClass.asked, before2);
  const now = direction.after.serviceBehind(groupClass.asked, after);
  const isSplit = before2.weights !== null || after.weights !== null;
  if (!isSplit && former !== null && now !== null && isSameDestination(former, now)) return null;
  if (answered.has(after.kind) && isRuleEdit(direction, change)) return "notice";
  if (after.kind === "missing-cluster" && isDeclaredElsewhere(direction.comparison, after.cluster)) return "warning";
  if (after.kind !== "passthrough" && after.kind !== "delivered") return "error";
  if (isOwnEdit(direction, change, former, now)) return "notice";
  return after.kind === "passthrough" ? "warning" : "error";
}
var answered = /* @__PURE__ */ new Set(["delivered", "passthrough", "redirect", "direct-response"]);
function isRuleEdit({ isForward, comparison }, { groupClass, question, before: before2, after }) {
  if (!isForward) return false;
  const keys = [before2.via, after.via].flatMap(
    (via) => via === null ? [] : [`${via.kind}/${via.namespace}/${via.name}`]
  );
  return comparison.resourceChanges.some(
    (edit) => keys.includes(edit.key) && sameVerdict(comparison.counterfactuals.without([edit]).ask(groupClass.asked, question), before2)
  );
}
function isOwnEdit({ isForward, after, comparison }, { groupClass, question, before: verdict2 }, former, now) {
  if (!isForward || former === null || question.configured === null) return false;
  if (former.host !== question.configured && !former.aliases.includes(question.configured)) return false;
  const entries = after.configured(groupClass.asked).servicesOf(question.configured);
  if (now !== null && !entries.includes(now)) return false;
  if (!entries.some(({ namespace, resource }) => namespace === former.namespace && resource !== former.resource)) {
    return false;
  }
  const edit = comparison.resourceChanges.find(({ base }) => base === former.resource);
  if (edit === void 0) return false;
  return sameVerdict(comparison.counterfactuals.without([edit]).ask(groupClass.asked, question), verdict2);
}
function reasonOf2({ causes, severity, subject: { hosts } }) {
  const [cause, ...others] = causes;
  const isOne = hosts?.length === 1;
  if (cause?.kind === "VirtualService" && others.length === 0) {
    const name = resourceText(cause);
    return {
      added: `${name} is new and leads the calls.`,
      modified: `${name} leads the calls otherwise than before.`,
      removed: `${name}, which led the calls, is gone.`
    }[cause.change];
  }
  return severity === "notice" ? `What declares ${isOne ? "the host" : "the hosts"} was edited, and the calls follow the edit.` : `${isOne ? "The host is" : "The hosts are"} configured before and after.`;
}
function fixFor({ causes }) {
  const [cause] = causes;
  return cause?.kind === "VirtualService" && cause.change !== "removed" ? `Look at the call before and after: if that is not meant, correct the routes of ${resourceText(cause)}.` : destinationChanged.fix;
}
function fateOf({ change, severity, after }) {
  switch (change?.after.kind) {
    case "passthrough":
      return "The sidecar no longer recognises them: they leave the mesh unmanaged, to the address that is dialled.";
    case "delivered": {
      const taker = after.serviceBehind(change.groupClass.asked, change.after);
      return `Calls to ${change.question.host ?? "it"} are taken by ${taker === null ? "another destination" : resourceText(taker.resource)} now.`;
    }
    case "blackhole":
      return "The sidecar no longer recognises them, and REGISTRY_ONLY refuses what it does not recognise.";
    case "missing-cluster":
      return severity === "warning" ? "They are led to a host that no manifest here declares: whether they arrive is unknown." : "The sidecar is sent to a cluster that it does not have.";
    default:
      return "Calls now fail.";
  }
}

// src/findings/rules/egress-entry-lost.ts
var egressEntryLost = {
  id: "egress-entry-lost",
  severities: "error; warning where the call still leaves the mesh unchanged, or a wildcard for any address takes it",
  summary: "A host and port that a namespace had configured is no longer configured for it, and calls to it change.",
  why: "A sidecar only knows the hosts that its Sidecar resource imports and that are exported to it. Calls to others are unknown traffic: they pass through unmanaged, are closed under REGISTRY_ONLY, or fall to whatever entry takes every connection on that port.",
  fix: "Add the host to the egress hosts of the Sidecar that governs the namespace (for example default/www.example.com), or keep the entry until nobody there calls the host any more.",
  isAboutLoss: true,
  claim(direction, change) {
    if (!isConfigured(direction.before, change) || isConfigured(direction.after, change)) return null;
    const { question, before: before2, after, groupClass } = change;
    if (!direction.isForward && before2.kind !== "delivered") return null;
    return observeCall(direction, change, {
      severity: after.kind === "passthrough" || isCovered(direction.after.serviceBehind(groupClass.asked, after), question) ? "warning" : "error",
      ownerHost: null,
      subject: { hosts: [question.configured ?? ""], port: question.port },
      hints: [before2.owner]
    });
  },
  describe(seen) {
    const hosts = seen.subject.hosts ?? [];
    return {
      title: `${list3(hosts)} ${hosts.length === 1 ? "is" : "are"} no longer configured on port ${seen.subject.port}`,
      message: `${reasonOf3(seen)} ${fateOf2(seen)}`,
      fix: fixFor2(seen)
    };
  },
  gone: ({ subject }) => `${list3(subject.hosts ?? [])} ${subject.hosts?.length === 1 ? "is" : "are"} configured now on port ${subject.port}`
};
function isCovered(taker, { host }) {
  const isOpen = taker?.resolution === "Passthrough" || taker?.resolution === "DynamicDNS";
  return isOpen && host !== null && isWildcard(taker.host) && isSubsetOf(host, taker.host);
}
function reasonOf3({ causes, subject }) {
  const [cause, ...others] = causes;
  const them = subject.hosts?.length === 1 ? "it" : "them";
  if (cause === void 0 || others.length > 0) return `The changes together take ${them} from these namespaces.`;
  const name = resourceText(cause);
  if (cause.kind === "Sidecar") {
    return {
      added: `${name} is new and does not import ${them}.`,
      modified: `${name} does not import ${them} any more.`,
      removed: `${name}, which imported ${them}, is gone, and what governs instead does not.`
    }[cause.change];
  }
  return {
    added: `${name} is new and takes the place of what declared ${them}.`,
    modified: `${name} does not declare ${them} for these namespaces any more.`,
    removed: `${name}, which declared ${them}, is gone.`
  }[cause.change];
}
function fateOf2({ change, subject, after, causes }) {
  const host = change?.question.host ?? subject.hosts?.[0] ?? "it";
  if (causes.length === 1 && causes.some((cause) => cause.kind === "Service" && cause.change === "removed")) {
    return "The cluster does not resolve its name any more, so calls by name fail wherever they are made.";
  }
  switch (change?.after.kind) {
    case "passthrough":
      return "Calls still leave the mesh, but past all that it does for configured hosts: no policy, no metrics by host.";
    case "delivered": {
      const taker = after.serviceBehind(change.groupClass.asked, change.after);
      const name = taker === null ? "another destination" : resourceText(taker.resource);
      const isDialled = change.question.host !== null && isCovered(taker, change.question);
      return `Calls to ${host} are taken by ${name} now${isDialled ? ", which connects to the address that is dialled" : ""}.`;
    }
    case "blackhole":
      return "The outbound policy is REGISTRY_ONLY, so the sidecar refuses calls to what it does not know.";
    default:
      return "Calls now fail.";
  }
}
function fixFor2({ causes, subject, before: before2, groupClass }) {
  const sidecar = causes.find(isStandingSidecar);
  if (sidecar === void 0) return entryFix(causes[0], subject.port);
  const configured = before2.configured(groupClass.asked);
  const entries = (subject.hosts ?? []).map((host) => {
    const [seen] = configured.servicesOf(host);
    const service = seen ?? before2.simulation.mesh.services.find((candidate) => candidate.host === host);
    return `"${service?.namespace ?? "*"}/${host}"`;
  });
  return `Add ${list3(entries)} to the egress hosts of ${resourceText(sidecar)}, or make sure that nobody there calls ${entries.length === 1 ? "it" : "them"}.`;
}
function entryFix(cause, port) {
  switch (cause?.change) {
    case "removed":
      return `Keep ${resourceText(cause)} until nobody in these namespaces calls its hosts any more.`;
    case "modified":
      return `Leave hosts, ports and exportTo of ${resourceText(cause)} as they were until nobody in these namespaces needs them any more.`;
    case "added":
      return `Declare port ${port} in ${resourceText(cause)} as well, or keep it from these namespaces with exportTo.`;
    case void 0:
      return egressEntryLost.fix;
  }
}
function isStandingSidecar({ kind, change }) {
  return kind === "Sidecar" && change !== "removed";
}

// src/findings/rules/host-taken-over.ts
var hostTakenOver = {
  id: "host-taken-over",
  severities: "error",
  summary: "Calls to a host are delivered to a resource that declares the same host in another namespace than before.",
  why: "When several namespaces declare one host, Istio picks one of them for each client: the client\u2019s own namespace, then a Kubernetes Service, then the oldest. A new declaration can win without anyone touching the old one, and its endpoints, not the old ones, then answer for that name.",
  fix: "If the takeover is not meant, rename the host, delete the new declaration, or keep it to those who shall use it with exportTo. If it is meant, let the owners of the old declaration approve.",
  isAboutLoss: true,
  claim(direction, change) {
    const { before: before2, after, question } = change;
    if (!isConfigured(direction.before, change) || !isConfigured(direction.after, change)) return null;
    const winner = direction.after.serviceBehind(change.groupClass.asked, after);
    const loser = direction.before.serviceBehind(change.groupClass.asked, before2);
    if (winner === null || loser === null || winner.namespace === loser.namespace) return null;
    if (!declaresHost(winner, question) || !declaresHost(loser, question)) return null;
    const { resource } = winner;
    return observeCall(direction, change, {
      severity: "error",
      // All hosts that one resource takes over are one takeover.
      ownerHost: (resource.kind === "ServiceEntry" ? resource.hosts[0] : null) ?? winner.host,
      subject: {
        hosts: [question.configured ?? winner.host],
        port: question.port,
        resources: after.owner === null ? [] : [after.owner]
      }
    });
  },
  describe(seen) {
    const { subject } = seen;
    const [winner] = subject.resources ?? [];
    return {
      title: `${winner === void 0 ? "Another resource" : resourceText(winner)} takes over ${list3(subject.hosts ?? [])} on port ${subject.port}`,
      message: [reasonOf4(seen), ...formerly(seen)].join(" "),
      fix: hostTakenOver.fix
    };
  },
  // Whoever has the host at head has taken it over from whoever had it at base: there is no way back to report.
  gone: () => null
};
function formerly({ change }) {
  const loser = change?.before.owner;
  if (change === null || loser === null || loser === void 0) return [];
  const isSameName = change.before.cluster === change.after.cluster;
  const metrics = isSameName ? ", and metrics will not show the difference: the name of the cluster stays the same" : "";
  return [`Before, ${resourceText(loser)} answered${metrics}.`];
}
function reasonOf4({ change, before: before2, after, groupClass: { groups } }) {
  const winner = change === null ? null : after.serviceBehind(change.groupClass.asked, change.after);
  const loser = change === null ? null : before2.serviceBehind(change.groupClass.asked, change.before);
  const isGone = loser !== null && !after.simulation.mesh.services.some(({ resource }) => sameOwner(resource, loser.resource));
  if (isGone) return "What declared the host there is gone, and this declaration is next.";
  const law = "Of several namespaces that declare a host, Istio lets one answer";
  if (winner?.registry === "Kubernetes" && loser?.registry === "External") {
    return `${law}: that of a Kubernetes Service before that of a ServiceEntry.`;
  }
  return winner !== null && groups.length > 0 && groups.every(({ namespace }) => namespace === winner.namespace) ? `${law}: the caller\u2019s own first.` : `${law}: that of the oldest declaration which the caller may see.`;
}

// src/findings/rules/invalid-resource.ts
var invalidResource = {
  id: "invalid-resource",
  severities: "error",
  summary: "A manifest that the API server or Istio\u2019s webhook would refuse.",
  why: "A refused manifest changes nothing in the cluster: what was there before stays in force, and the deployment of the rest may stop half-way. It is left out of the simulation.",
  fix: "Correct the field that is named; `istioctl analyze` and a server-side dry run say the same.",
  observe(direction) {
    const { before: before2, after } = refused(direction);
    const known2 = new Set(before2.map(invalidKey));
    return after.filter((invalid) => !known2.has(invalidKey(invalid))).map((invalid) => observation2(direction, before2, invalid));
  },
  describe({ subject, causes, before: before2 }) {
    const [resource] = subject.resources ?? [];
    const [cause] = causes;
    const isKept = resource !== void 0 && holds(before2.simulation.mesh, resource);
    return {
      title: `${resource === void 0 ? "The manifest" : nameOf4(resource)} would be refused`,
      message: `The cluster does not take it: ${cause?.faults.join("; ")}. ` + (isKept ? "What base says of it stays in force, and the review goes by that." : "So it changes nothing, and the review leaves it out."),
      fix: invalidResource.fix
    };
  },
  gone: ({ subject: { resources } }) => `${resources?.[0] === void 0 ? "The manifest" : nameOf4(resources[0])} is no longer refused`
};
function refused({ isForward, comparison: { refused: sides } }) {
  return isForward ? { before: sides.base, after: sides.head } : { before: sides.head, after: sides.base };
}
function invalidKey({ kind, namespace, name, faults }) {
  return [kind, namespace, name, ...faults.map(({ message: message2 }) => message2)].join(" ");
}
function observation2(direction, refusedBefore, invalid) {
  const { kind, namespace, name, faults, document } = invalid;
  const group = { namespace: kind === "Namespace" ? name : namespace, labels: {} };
  const [first] = faults;
  if (first === void 0) throw new Error("a refused manifest without a fault");
  const wasThere = holds(direction.before.simulation.mesh, invalid) || refusedBefore.some((other) => sameOwner(other, invalid));
  return observeState(direction, classFor(group, [group], false), () => true, {
    severity: "error",
    ownerHost: null,
    subject: { resources: [{ kind, namespace, name }] },
    knownCauses: [
      {
        kind,
        namespace,
        name,
        change: wasThere ? "modified" : "added",
        side: direction.isForward ? "head" : "base",
        at: first.at,
        document,
        resource: null,
        faults: faults.map(({ message: message2 }) => message2)
      }
    ]
  });
}
function holds({ services, sidecars, workloads, namespaces }, { kind, namespace, name }) {
  const key2 = `${kind}/${namespace}/${name}`;
  if (kind === "Namespace") return namespaces.has(name);
  return services.some(({ resource }) => keyOf3(resource) === key2) || [...sidecars, ...workloads].some((resource) => keyOf3(resource) === key2);
}
function nameOf4({ kind, namespace, name }) {
  return namespace === "" ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

// src/findings/rules/missing-cluster.ts
var missingCluster = {
  id: "missing-cluster",
  severities: "error; warning where no manifest declares the host: it may be declared elsewhere",
  summary: "A listener chain or a route leads to a cluster that the same sidecar does not have.",
  why: "When two entries of one host cannot be merged, Istio keeps the cluster ports of one and the listeners of both. Connections that take the orphaned way are reset, HTTP requests get a 503.",
  fix: "Put all ports of the host into one entry, or let the entries agree in resolution, labels and exportTo.",
  observe(direction) {
    return direction.classes.flatMap((groupClass) => {
      const known2 = orphans(direction.before, groupClass);
      return [...orphans(direction.after, groupClass)].flatMap(([cluster, { host, port, owner }]) => {
        if (known2.has(cluster)) return [];
        const change = direction.changedCalls.find(
          (changed) => changed.groupClass === groupClass && changed.after.cluster === cluster
        );
        return [
          observeState(direction, groupClass, (side) => orphans(side, groupClass).has(cluster), {
            severity: isDeclaredElsewhere(direction.comparison, cluster) ? "warning" : "error",
            ownerHost: host,
            subject: { hosts: [host], port, cluster },
            change: change ?? null,
            hints: [owner]
          })
        ];
      });
    });
  },
  describe({ subject, severity, groupClass, after }) {
    const host = subject.hosts?.[0] ?? "";
    const cluster = subject.cluster ?? "";
    if (severity === "warning") {
      return {
        title: `Nothing here declares ${host}, to which calls are led on port ${subject.port}`,
        message: `They are led to ${cluster}. Istio makes that cluster only where something declares the host and the namespaces may see it. No manifest in this repository does: whether these calls arrive is unknown.`,
        fix: `Check the spelling of ${host}. If it is declared outside this repository, nothing is to be done.`
      };
    }
    if (policyCluster(after.sidecar(groupClass.asked).configuration.scope.policy) === cluster) {
      return {
        title: `Calls to hosts that nothing configures fail: the egress proxy ${host}:${subject.port} is not there`,
        message: `The Sidecar sends all that it does not know to ${cluster}, a cluster that it does not have: none of its egress listeners imports ${host} with port ${subject.port}.`,
        fix: `Import ${host} in the egress hosts of the Sidecar, or correct the egressProxy.`
      };
    }
    const title = `Calls to ${host} on port ${subject.port} fail: the sidecar has no cluster for them`;
    const owner = orphans(after, groupClass).get(cluster)?.owner;
    return owner?.kind === "VirtualService" ? {
      title,
      message: `VirtualService ${owner.namespace}/${owner.name} leads them to ${cluster}, which Istio does not make: there is no such host, port or subset that these namespaces may see.`,
      fix: "Correct the destination (host, port, subset), or write the Service, ServiceEntry or DestinationRule that it means."
    } : {
      title,
      message: `They are led to ${cluster}, which Istio does not make: another entry of ${host} comes first and the two cannot be merged, or the entry has nothing to connect to.`,
      fix: missingCluster.fix
    };
  },
  gone: ({ subject }) => `Calls to ${subject.hosts?.[0] ?? ""} on port ${subject.port} have a cluster again`
};
function orphans(side, { asked }) {
  const { configuration } = side.sidecar(asked);
  const clusters = configuration.clusters();
  const found = /* @__PURE__ */ new Map();
  const policy = policyCluster(configuration.scope.policy);
  const egressProxy = clusters.has(policy) ? null : parseClusterName(policy);
  if (egressProxy !== null) found.set(policy, { ...egressProxy, owner: configuration.scope.sidecar });
  for (const service of side.configured(asked).services) {
    if (service.resolution === "Alias") continue;
    for (const { number, protocol } of service.ports) {
      const cluster = clusterName(service.host, number);
      if (protocol === "UDP" || clusters.has(cluster)) continue;
      if (!leadsTo(configuration, cluster, isHttpOrSniffed(protocol) ? number : null)) continue;
      found.set(cluster, { host: service.host, port: number, owner: service.resource });
    }
  }
  for (const { target, via } of ruledTargets(configuration)) {
    for (const cluster of clustersOf(target)) {
      const meant = clusters.has(cluster) ? null : parseClusterName(cluster);
      if (meant !== null) found.set(cluster, { ...meant, owner: via });
    }
  }
  return found;
}
function ruledTargets(configuration) {
  if (configuration.scope.listeners.every(({ routes: routes2 }) => routes2.length === 0)) return [];
  const chains = configuration.listeners.flatMap((listener) => listener.chains);
  const routes = configuration.routeNames.flatMap(
    (name) => configuration.routeTable(name).virtualHosts.flatMap((virtualHost) => virtualHost.routes)
  );
  return [
    ...chains.flatMap(
      ({ destination: destination3, via }) => via === null || destination3.kind === "routes" ? [] : [{ target: destination3, via }]
    ),
    ...routes.flatMap(
      ({ action, via }) => via !== null && (action.kind === "cluster" || action.kind === "weighted") ? [{ target: action, via }] : []
    )
  ];
}
function clustersOf(target) {
  return target.kind === "cluster" ? [target.cluster] : Object.keys(target.clusters);
}
function leadsTo(configuration, cluster, routePort) {
  const isInChain = configuration.listeners.some(
    ({ chains, defaultChain }) => [...chains, ...defaultChain === null ? [] : [defaultChain]].some(
      ({ destination: destination3 }) => destination3.kind === "cluster" && destination3.cluster === cluster
    )
  );
  if (isInChain || routePort === null) return isInChain;
  const tables = configuration.routeNames.filter((name) => name === `${routePort}` || name.endsWith(`:${routePort}`));
  return tables.some(
    (name) => configuration.routeTable(name).virtualHosts.some(
      ({ routes }) => routes.some(({ action }) => action.kind === "cluster" && action.cluster === cluster)
    )
  );
}

// src/findings/rules/server-first-stalled.ts
var serverFirstStalled = {
  id: "server-first-stalled",
  severities: "error where the port is server-first by name, number or protocol; warning for other TCP ports; notice where the call passed through",
  summary: "A sidecar starts to inspect a port where plain TCP was delivered to an entry, so servers that speak first are never heard.",
  why: "To tell TLS and HTTP apart, Envoy waits for the first bytes of the client. MySQL, MongoDB, SMTP and others wait for the server instead: both sides wait, and the connection hangs until it times out.",
  fix: "Give one of the entries addresses, so that each has a listener of its own, or move the TLS or HTTP entry to another port.",
  claim(direction, change) {
    const { before: before2, after, question, groupClass } = change;
    if (after.kind !== "stalled" || before2.kind !== "delivered" && before2.kind !== "passthrough") return null;
    const meant = direction.after.ask(groupClass.asked, { ...question, speaksFirst: "client" });
    const delayed = direction.before.serviceBehind(groupClass.asked, before2);
    const isEntry = before2.kind === "delivered" && meant.kind === "delivered" && delayed !== null;
    return observeCall(direction, change, {
      severity: isEntry ? "error" : "notice",
      ownerHost: isEntry ? delayed.host : null,
      subject: { ...isEntry ? { hosts: [delayed.host] } : {}, port: question.port }
    });
  },
  observe(direction) {
    const stalled = direction.changedCalls.filter(({ after }) => after.kind === "stalled");
    return direction.classes.flatMap((groupClass) => inspectedListeners(direction, groupClass, stalled));
  },
  describe({ subject: { hosts, port }, severity }) {
    const host = hosts?.[0] ?? "";
    const waits = `To tell TLS or HTTP from plain TCP, the listener of port ${port} now waits for the first bytes of each client.`;
    switch (severity) {
      case "error":
        return {
          title: `Connections to ${host}:${port} hang`,
          message: `${waits} On this port the server speaks first, so its client waits as well, and neither goes on.`,
          fix: serverFirstStalled.fix
        };
      case "warning":
        return {
          title: `Clients of ${host}:${port} have to speak first from now on`,
          message: `${waits} If a server of ${host} greets its clients first, as those of databases and mail do, the connection hangs.`,
          fix: serverFirstStalled.fix
        };
      case "notice":
        return {
          title: `Connections to port ${port} of hosts that nothing configures have to speak first`,
          message: `${waits} Port ${port} is one on which servers mostly speak first: to such servers outside the mesh, connections now hang.`,
          fix: "Write an entry with addresses for each such server, or move the TLS or HTTP entry to another port."
        };
    }
  },
  gone: ({ subject, severity }) => severity === "error" ? `Connections to ${subject.hosts?.[0] ?? ""}:${subject.port} no longer hang` : null
};
function inspectedListeners(direction, groupClass, stalled) {
  const { before: before2, after } = direction;
  const uninspected = plainTcp(before2, groupClass);
  return [...plainTcp(after, groupClass)].flatMap(([key2, { listener, service }]) => {
    const known2 = uninspected.get(key2);
    if (listener.inspectors.length === 0 || known2 === void 0 || known2.listener.inspectors.length > 0) return [];
    const isShown = stalled.some((change) => change.groupClass === groupClass && change.question.port === listener.port);
    if (isShown || isUsuallyServerFirst(known2.service, listener.port)) return [];
    const holds2 = (side) => (plainTcp(side, groupClass).get(key2)?.listener.inspectors.length ?? 0) > 0;
    const seen = {
      severity: "warning",
      ownerHost: service.host,
      subject: { hosts: [known2.service.host], port: listener.port }
    };
    return [observeState(direction, groupClass, holds2, seen)];
  });
}
function isUsuallyServerFirst({ ports }, port) {
  return serverFirstPorts.has(port) || ports.some((declared) => declared.number === port && isServerFirst(declared));
}
function plainTcp(side, { asked }) {
  const found = /* @__PURE__ */ new Map();
  for (const listener of side.sidecar(asked).configuration.listeners) {
    const chain2 = matchAllChain(listener);
    if (chain2 === null || chain2.service === null || chain2.destination.kind !== "cluster") continue;
    found.set(listenerKey(listener.address, listener.port), { listener, service: chain2.service });
  }
  return found;
}
function matchAllChain({ chains, defaultChain }) {
  return defaultChain ?? chains.find(isMatchAll) ?? null;
}

// src/findings/rules/traffic-captured.ts
var trafficCaptured = {
  id: "traffic-captured",
  severities: "error; warning where the capturer connects to the dialled address anyway (resolution NONE), or where another entry had captured the calls before; notice where a Sidecar names it as its egress proxy",
  summary: "Calls that went their own way are now delivered to an entry that owns neither the host nor the address.",
  why: "An entry with a TCP port (or none stated) and no addresses gets a listener on 0.0.0.0 that matches every connection on that port. Whatever has no listener or server name of its own there goes to that entry: all other HTTPS on port 443, for example.",
  fix: "Give the entry the addresses that its clients dial, so that it takes only those; or, if its clients speak TLS, protocol TLS, so that it takes only connections that name it; or keep it to its own clients with exportTo.",
  claim(direction, change) {
    const { before: before2, after, groupClass, question } = change;
    const capturer = direction.after.serviceBehind(groupClass.asked, after);
    if (after.kind !== "delivered" || capturer === null || reachesItsOwn(direction.after, change, after)) return null;
    if (before2.kind === "stalled") return null;
    const former = direction.before.serviceBehind(groupClass.asked, before2);
    const wasCaptured = former !== null && !reachesItsOwn(direction.before, change, before2);
    if (wasCaptured && former.host === capturer.host) return null;
    if (isEgressProxy(direction.after, change, after)) {
      const subject = { hosts: [capturer.host] };
      return observeCall(direction, change, { severity: "notice", ownerHost: capturer.host, subject });
    }
    const isHarmless = capturer.resolution === "Passthrough" || wasCaptured;
    return observeCall(direction, change, {
      severity: isHarmless ? "warning" : "error",
      ownerHost: capturer.host,
      subject: { hosts: [capturer.host], port: question.port }
    });
  },
  describe(seen) {
    const { subject, severity } = seen;
    const host = subject.hosts?.[0] ?? "";
    if (severity === "notice") {
      return {
        title: `${host} is the egress proxy of all that nothing configures`,
        message: "The Sidecar names it in its outboundTrafficPolicy, so whatever the sidecar does not know goes there.",
        fix: "Nothing to do, if the proxy is meant to take it; otherwise remove the egressProxy."
      };
    }
    return {
      title: `${host} takes connections to port ${subject.port} that are not its own`,
      message: [reasonOf5(seen, host), ...remarksOn(seen)].join(" "),
      fix: trafficCaptured.fix
    };
  },
  gone({ subject, changes, severity }) {
    const host = subject.hosts?.[0] ?? "";
    if (severity === "notice") return null;
    const strangers = kinds2.filter(
      (kind) => changes.some(({ question }) => question.configured === null && question.kind === kind)
    );
    if (strangers.length > 0) {
      const what = strangers.length === kinds2.length ? "connections" : list3(strangers.map((kind) => kindWords2[kind]));
      return `${host} no longer takes ${what} to port ${subject.port} that ${strangers.length === kinds2.length ? "are" : "is"} not its own`;
    }
    const named2 = new Set(changes.flatMap(({ question }) => question.configured ?? []));
    return `Calls to ${list3([...named2])} on port ${subject.port} no longer end at ${host}`;
  }
};
function isEgressProxy(side, { groupClass }, { cluster }) {
  return cluster === policyCluster(side.sidecar(groupClass.asked).configuration.scope.policy);
}
var kinds2 = ["tls", "http", "tcp"];
var kindWords2 = { tls: "TLS", http: "plain HTTP", tcp: "other TCP" };
function reasonOf5({ subject: { port }, change, after }, host) {
  const capturer = capturerOf(change, after);
  const protocol = capturer?.ports.find(({ number }) => number === port)?.protocol;
  if (capturer === null || protocol === void 0 || capturer.address !== UNSPECIFIED || isTls(protocol)) {
    return `Whatever no other listener or chain of the sidecar takes on port ${port} goes to ${host}.`;
  }
  if (isHttp(protocol)) return `The sidecar takes whatever arrives there on port ${port} for HTTP to ${host}.`;
  const says = protocol === "Unsupported" ? `its port ${port} states no protocol` : `its port ${port} is ${protocol}, which carries no host name to tell connections apart`;
  return `${resourceText(capturer.resource)} has no addresses, and ${says}. So the sidecar listens on 0.0.0.0:${port} and sends ${protocol === "Unsupported" ? "all that is not HTTP and that" : "whatever"} nothing else claims there to ${host}.`;
}
function remarksOn({ severity, change, before: before2, after }) {
  if (severity === "error" || change === null) return [];
  const former = before2.serviceBehind(change.groupClass.asked, change.before);
  if (capturerOf(change, after)?.resolution === "Passthrough") {
    return [
      "Its resolution is NONE, so the connections still reach the address that was dialled, but under the policies and in the metrics of this entry."
    ];
  }
  return former === null ? [] : [`Before, they went to ${former.host}, which did not own them either.`];
}
function capturerOf(change, after) {
  return change === null ? null : after.serviceBehind(change.groupClass.asked, change.after);
}

// src/findings/rules/unknown-traffic-allowed.ts
var unknownTrafficAllowed = {
  id: "unknown-traffic-allowed",
  severities: "notice",
  summary: "Calls to hosts that nothing configures were refused by the sidecar and now pass through.",
  why: "A Sidecar is not a firewall, but teams that set REGISTRY_ONLY count on seeing every external host in the manifests.",
  fix: "Nothing to do, if it is meant; otherwise set outboundTrafficPolicy mode REGISTRY_ONLY again.",
  isAboutLoss: true,
  claim(direction, change) {
    const { before: before2, after } = change;
    if (before2.kind !== "blackhole" || after.kind !== "passthrough") return null;
    return observeCall(direction, change, { severity: "notice", ownerHost: null, subject: {} });
  },
  describe: () => ({
    title: "Calls to hosts that nothing configures pass through",
    message: "The sidecar refused them before. Now they leave the mesh unchanged, to the address that is dialled.",
    fix: unknownTrafficAllowed.fix
  }),
  gone: () => null
};

// src/findings/rules/unknown-traffic-blocked.ts
var unknownTrafficBlocked = {
  id: "unknown-traffic-blocked",
  severities: "warning",
  summary: "Calls to hosts that nothing configures passed through and are now refused by the sidecar.",
  why: "Under REGISTRY_ONLY a sidecar closes connections to unknown destinations and answers plain HTTP with 502. Everything that workloads call without an entry stops working at once.",
  fix: "Before the policy is tightened, write a ServiceEntry for each external host in use and import it in the Sidecar.",
  isAboutLoss: true,
  claim(direction, change) {
    const { before: before2, after } = change;
    if (before2.kind !== "passthrough" || after.kind !== "blackhole") return null;
    return observeCall(direction, change, { severity: "warning", ownerHost: null, subject: {} });
  },
  describe: () => ({
    title: "Calls to hosts that nothing configures are refused",
    message: "They left the mesh unchanged before. Now the sidecar closes the connection, or answers 502 where it reads plain HTTP.",
    fix: unknownTrafficBlocked.fix
  }),
  gone: () => null
};

// src/findings/command.ts
function commandFor({ kind, host, port, address }) {
  const target = host ?? address;
  switch (kind) {
    case "tls":
      return `curl https://${target}${port === 443 ? "" : `:${port}`}`;
    case "http":
      return `curl http://${target}${port === 80 ? "" : `:${port}`}`;
    case "tcp":
      return clients.get(port)?.(target) ?? `nc -v ${target} ${port}`;
  }
}
var clients = /* @__PURE__ */ new Map([
  [22, (host) => `ssh ${host}`],
  [3306, (host) => `mysql -h ${host}`],
  [5432, (host) => `psql -h ${host}`],
  [6379, (host) => `redis-cli -h ${host}`],
  [27017, (host) => `mongosh ${host}`]
]);
function hasOwnClient(port) {
  return clients.has(port);
}

// src/findings/witness.ts
function changeOf({ head }, { groupClass, question, before: before2, after }) {
  const call = head.call(groupClass.asked, question);
  return { call: { ...call, command: commandFor(call) }, before: before2, after };
}
function chooseShown(changes, causeNamespaces) {
  let best = null;
  for (const change of changes) {
    const rank = rankOf(change, causeNamespaces);
    if (best === null || rank < best.rank) best = { change, rank };
  }
  return best?.change ?? null;
}
function witnessOf(comparison, change, causeNamespaces) {
  const { groups, asked } = change.groupClass;
  const group = groups.find(({ namespace }) => causeNamespaces.has(namespace)) ?? asked;
  return { group, ...changeOf(comparison, change) };
}
function rankOf({ question, groupClass, before: before2 }, causeNamespaces) {
  const { kind, port, host, configured } = question;
  const isOutside = groupClass.groups.length === 0;
  const isOwn = groupClass.groups.some(({ namespace }) => causeNamespaces.has(namespace));
  return [
    isOutside ? 1 : 0,
    before2.kind === "stalled" ? 1 : 0,
    kind === usualKind(port) ? 0 : configured === null ? 2 : 1,
    configured === null ? 2 : configured.startsWith("*") ? 1 : 0,
    ["tls", "http", "tcp"].indexOf(kind),
    isOwn ? 0 : 1,
    host?.startsWith("www.") === true ? 0 : 1,
    host ?? "",
    groupClass.asked.namespace
  ].join(" ");
}
function usualKind(port) {
  return port === 443 ? "tls" : port === 80 ? "http" : hasOwnClient(port) ? "tcp" : null;
}

// src/findings/rules/wildcard-listener-added.ts
var wildcardListenerAdded = {
  id: "wildcard-listener-added",
  severities: "error where a chain other than the policy\u2019s matches every connection; else notice",
  summary: "A sidecar gets a listener on every address (0.0.0.0 or [::]) of a port on which it had none.",
  why: "Such a listener sees every connection to the port that has no listener of its own address. If one of its chains matches everything, the entry behind it gets traffic that it never asked for; if its chains match by name only, the rest passes on as before.",
  fix: "Give the entry the addresses that its clients dial: its listener is then on these alone. Protocol TLS instead of TCP narrows it to connections that name the host.",
  observe(direction) {
    return direction.classes.flatMap((groupClass) => {
      const known2 = wildcardListeners(direction.before, groupClass);
      return [...wildcardListeners(direction.after, groupClass)].flatMap(([key2, listener]) => {
        if (known2.has(key2)) return [];
        const takesAll = takerOfAll(listener);
        if (takesAll === null && !direction.isForward) return [];
        const hosts = takesAll === null ? hostsOn(direction.after, groupClass, listener) : [takesAll];
        return [
          observeState(direction, groupClass, (side) => wildcardListeners(side, groupClass).has(key2), {
            severity: takesAll === null ? "notice" : "error",
            ownerHost: takesAll,
            subject: { hosts, port: listener.port, listener: dialledText(listener) },
            change: takesAll === null ? null : takenCall(direction, groupClass, listener.port, takesAll)
          })
        ];
      });
    });
  },
  describe({ subject, severity, groupClass, after }) {
    const hosts = list3(subject.hosts ?? []);
    const listener = [...wildcardListeners(after, groupClass).values()].find(({ port }) => port === subject.port);
    const what = listener?.chains.length === 1 && listener.defaultChain === null ? "every connection" : "whatever no other chain takes";
    return severity === "error" ? {
      title: `New listener ${subject.listener} sends ${what} to ${hosts}`,
      message: `The sidecar had no listener for every address of port ${subject.port}. The new one has a chain for ${hosts} that asks neither for an address nor for a name.`,
      fix: wildcardListenerAdded.fix
    } : {
      title: `New listener ${subject.listener} for ${hosts}`,
      message: `It takes only connections that name ${subject.hosts?.length === 1 ? "this host" : "these hosts"} or are dialled to addresses of theirs. Everything else on port ${subject.port} goes where it went before.`,
      fix: "Nothing to do, if the entry is meant for these namespaces; otherwise narrow its exportTo."
    };
  },
  gone: ({ subject, severity }) => severity === "error" ? `The listener ${subject.listener} that took every connection is gone` : null
};
function takenCall({ changedCalls: changedCalls2 }, groupClass, port, taker) {
  const taken2 = changedCalls2.filter(
    ({ question, after, groupClass: asked }) => asked === groupClass && question.port === port && question.configured !== taker && after.cluster !== null && parseClusterName(after.cluster)?.host === taker
  );
  return chooseShown(taken2, /* @__PURE__ */ new Set());
}
function wildcardListeners(side, { asked }) {
  const found = /* @__PURE__ */ new Map();
  for (const listener of side.sidecar(asked).configuration.listeners) {
    const isWildcard4 = listener.address === "0.0.0.0" || listener.address === "::";
    if (!isWildcard4 || listener.useOriginalDst || listener.bindToPort) continue;
    found.set(listenerKey(listener.address, listener.port), listener);
  }
  return found;
}
function takerOfAll({ chains, defaultChain }) {
  return (defaultChain ?? chains.find(isMatchAll))?.service?.host ?? null;
}
function hostsOn(side, { asked }, { chains }) {
  const { configuration } = side.sidecar(asked);
  const hosts = chains.flatMap(({ service, destination: destination3 }) => [
    ...service === null ? [] : [service.host],
    ...(destination3.kind === "routes" ? configuration.routeTable(destination3.name).virtualHosts : []).filter(({ domains }) => !domains.includes("*")).map(({ name }) => name.slice(0, name.lastIndexOf(":")))
  ]);
  return [...new Set(hosts)].sort();
}

// src/findings/catalogue.ts
var rules = [
  hostTakenOver,
  egressEntryLost,
  trafficCaptured,
  destinationChanged,
  unknownTrafficBlocked,
  unknownTrafficAllowed,
  serverFirstStalled,
  wildcardListenerAdded,
  ambiguousWinner,
  ambiguousSidecar,
  missingCluster,
  danglingEgressHost,
  invalidResource
];

// src/findings/fingerprint.ts
import { createHash as createHash2 } from "node:crypto";
function fingerprint(rule, severity, causes, port, ownerHost) {
  const names4 = causes.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`).sort();
  const text5 = JSON.stringify([rule, severity, names4, port ?? null, ownerHost]);
  return createHash2("sha256").update(text5).digest("hex").slice(0, 16);
}

// src/findings/merged.ts
function mergeByCause(search, counterfactuals2, observed) {
  const causesOf = causeFinder(search, counterfactuals2);
  const merged = /* @__PURE__ */ new Map();
  for (const { rule, observation: observation3 } of observed) {
    const causes = causesOf(rule, observation3);
    if (causes.length === 0) continue;
    const { severity, subject, ownerHost } = observation3;
    const names4 = causes.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`).sort();
    const key2 = [rule.id, severity, subject.port ?? "", ownerHost ?? "", ...names4].join(" ");
    const known2 = merged.get(key2);
    if (known2 === void 0) merged.set(key2, { rule, severity, ownerHost, causes, observations: [observation3] });
    else known2.observations.push(observation3);
  }
  return [...merged.values()];
}
function causeFinder(search, counterfactuals2) {
  const found = /* @__PURE__ */ new Map();
  return (rule, { groupClass, severity, subject, ownerHost, hints, isAsBase, knownCauses, pointAt }) => {
    if (knownCauses !== null) return knownCauses;
    const byKey2 = found.get(groupClass) ?? /* @__PURE__ */ new Map();
    found.set(groupClass, byKey2);
    const key2 = [rule.id, severity, subject.port ?? "", ownerHost ?? "", ...hints].join(" ");
    const former = byKey2.get(key2) ?? [];
    byKey2.set(key2, former);
    const known2 = former.find(({ isProven, changes }) => !isProven || isAsBase(counterfactuals2.without(changes)));
    if (known2 !== void 0) return known2.sources;
    const causes = search.find(groupClass, hints, isAsBase);
    const sources = causes.changes.map((change) => pointAt(change) ?? sourceOf(change));
    former.push({ ...causes, sources });
    return sources;
  };
}
function changesOf({ observations }) {
  return observations.flatMap(({ change }) => change === null ? [] : [change]);
}
function subjectOf({ observations }) {
  return observations.map(({ subject }) => subject).reduce(join2);
}
function join2(a, b) {
  const hosts = [.../* @__PURE__ */ new Set([...a.hosts ?? [], ...b.hosts ?? []])];
  const resources = [...a.resources ?? [], ...b.resources ?? []].filter(
    (resource, at, all) => all.findIndex(
      ({ kind, namespace, name }) => kind === resource.kind && namespace === resource.namespace && name === resource.name
    ) === at
  );
  return { ...b, ...a, ...hosts.length === 0 ? {} : { hosts }, ...resources.length === 0 ? {} : { resources } };
}
function groupsOf2({ observations }) {
  const groups = /* @__PURE__ */ new Map();
  for (const { groupClass } of observations) {
    for (const { namespace, labels } of groupClass.groups) {
      groups.set(groupKey({ namespace, labels }), { namespace, labels });
    }
  }
  return [...groups.entries()].sort(([a], [b]) => a < b ? -1 : 1).map(([, group]) => group);
}

// src/findings/suggestions/block-list.ts
function blockListOf({ document }, parent, key2) {
  const pair2 = parent === null ? null : pairOf(parent, key2);
  if (pair2 === null || pair2.value.kind !== "sequence") return null;
  const last = pair2.value.items.at(-1);
  if (last === void 0) return null;
  const at = spanOf(document, last);
  const keyAt = spanOf(document, pair2.key);
  const lastText = sourceLine(document, at.line);
  const keyText = sourceLine(document, keyAt.line);
  if (lastText === null || keyText === null || at.line === keyAt.line || at.endLine !== at.line) return null;
  const itemPrefix = lastText.slice(0, at.column - 1);
  if (!/^ *- +$/.test(itemPrefix)) return null;
  return {
    items: pair2.value,
    lastLine: at.line,
    lastText,
    itemPrefix,
    // A key that opens a list item (`- hosts:`) is indented by the dash as well.
    keyIndent: keyText.slice(0, keyAt.column - 1).replace("-", " ")
  };
}

// src/findings/suggestions/addresses.ts
function suggestAddresses(cause, addresses3) {
  const { resource, document } = cause;
  if (resource?.kind !== "ServiceEntry" || resource.addresses.length > 0 || resource.hosts.length !== 1) return null;
  const spec2 = nodeAt(document.root, ["spec"]);
  if (spec2 === null || nodeAt(spec2, ["addresses"]) !== null) return null;
  const hosts = blockListOf(cause, spec2, "hosts");
  if (hosts === null) return null;
  const lines = [hosts.lastText, `${hosts.keyIndent}addresses:`, `${hosts.itemPrefix}${addresses3.suggested(resource)}`];
  return { file: document.path, line: hosts.lastLine, endLine: hosts.lastLine, replacement: lines.join("\n") };
}

// src/findings/suggestions/egress-hosts.ts
var MOST_HOSTS = 10;
function suggestEgressHosts(cause, hosts, base) {
  const { resource, document } = cause;
  if (resource?.kind !== "Sidecar" || hosts.length > MOST_HOSTS) return null;
  const index = resource.egress.findLastIndex(({ port }) => port === null);
  const list4 = blockListOf(cause, nodeAt(document.root, ["spec", "egress", index]), "hosts");
  if (list4 === null) return null;
  const services = base.configured({ namespace: resource.namespace, labels: resource.workloadSelector ?? {} });
  const entries = hosts.flatMap(
    (host) => services.servicesOf(host).slice(0, 1).map(({ namespace }) => `${namespace}/${host}`)
  );
  if (entries.length !== hosts.length) return null;
  const quote2 = /^["']/.exec(list4.lastText.slice(list4.itemPrefix.length))?.[0] ?? '"';
  const lines = entries.map((entry) => `${list4.itemPrefix}${quote2}${entry}${quote2}`);
  return {
    file: document.path,
    line: list4.lastLine,
    endLine: list4.lastLine,
    replacement: [list4.lastText, ...lines].join("\n")
  };
}

// src/findings/suggestions/nearest-host.ts
function suggestNearestHost(cause, entry, head) {
  const { resource, document, at } = cause;
  if (resource?.kind !== "Sidecar") return null;
  const meant = parseEgressHost(entry, resource.namespace);
  const text5 = sourceLine(document, at.line);
  if (meant === null || text5 === null || at.endLine !== at.line) return null;
  const nearest = nearestHost(meant, resource.namespace, head);
  const slash = text5.indexOf(`/${meant.name}`, at.column - 1);
  if (nearest === null || slash < 0) return null;
  const replacement = text5.slice(0, slash + 1) + nearest + text5.slice(slash + 1 + meant.name.length);
  return { file: document.path, line: at.line, endLine: at.line, replacement };
}

// src/findings/suggestion.ts
function suggestionFor(rule, seen, comparison) {
  const [cause, ...others] = seen.causes;
  if (cause === void 0 || others.length > 0 || cause.side !== "head") return null;
  switch (rule) {
    case "traffic-captured":
    case "wildcard-listener-added":
      return seen.severity === "error" ? suggestAddresses(cause, comparison.addresses) : null;
    case "egress-entry-lost":
      return suggestEgressHosts(cause, seen.subject.hosts ?? [], comparison.base);
    case "dangling-egress-host":
      return suggestNearestHost(cause, seen.subject.entry ?? "", comparison.head);
    default:
      return null;
  }
}

// src/findings/inspect.ts
function inspect(comparison) {
  const search = searchCauses(comparison);
  const merge2 = (observed) => mergeByCause(search, comparison.counterfactuals, observed);
  const onward = forward(comparison);
  const ahead = observe(onward);
  const returning = backward(
    comparison,
    comparison.changedCalls.filter((change) => !ahead.claimed.has(change))
  );
  return {
    findings: merge2(ahead.observed).map((merged) => findingOf(onward, search, merged)).sort(byImportance),
    improvements: merge2(observe(returning).observed).flatMap((merged) => improvementOf(returning, merged)).sort(byPlace2)
  };
}
function observe(direction) {
  const observed = [];
  const claimed = /* @__PURE__ */ new Set();
  for (const change of direction.changedCalls) {
    for (const rule of rules) {
      const observation3 = claimOf(rule, direction, change);
      if (observation3 === null) continue;
      observed.push({ rule, observation: observation3 });
      claimed.add(change);
      break;
    }
  }
  for (const rule of rules) {
    for (const observation3 of rule.observe?.(direction) ?? []) observed.push({ rule, observation: observation3 });
  }
  return { observed, claimed };
}
function claimOf(rule, direction, change) {
  if (rule.isAboutLoss === true && change.groupClass.isCreated) return null;
  return rule.claim?.(direction, change) ?? null;
}
function findingOf(direction, search, merged) {
  const { comparison } = direction;
  const { rule, severity, causes } = merged;
  const seen = seenIn(direction, merged);
  const description = rule.describe(seen);
  const worse = seen.change === null ? [] : aggravations(comparison, search, rule, severity, seen.change, causes);
  const raised = worse.map(
    ({ by, otherwise }) => ` Without the change of ${by.kind} ${by.namespace}/${by.name} it would be a ${otherwise}.`
  );
  return {
    ...commonOf(direction, merged, seen, seen.change),
    severity,
    ...description,
    message: description.message + raised.join(""),
    suggestion: suggestionFor(rule.id, seen, comparison)
  };
}
function improvementOf(direction, merged) {
  const seen = seenIn(direction, merged);
  const title = merged.rule.gone(seen);
  if (title === null) return [];
  return [{ ...commonOf(direction, merged, seen, turn(seen.change)), title, message: "", fix: "" }];
}
function turn(change) {
  return change === null ? null : { ...change, before: change.after, after: change.before };
}
function commonOf({ comparison }, merged, { subject }, shown) {
  const { rule, severity, ownerHost, causes, observations } = merged;
  return {
    rule: rule.id,
    fingerprint: fingerprint(rule.id, severity, causes, subject.port, ownerHost),
    groups: groupsOf2(merged),
    reachesOutside: observations.some(({ groupClass }) => groupClass.reachesOutside),
    subject,
    witness: shown === null ? null : witnessOf(comparison, shown, namespacesOf2(causes)),
    causes: causes.map(causeOf)
  };
}
function seenIn({ before: before2, after }, merged) {
  const { severity, causes, observations } = merged;
  const changes = changesOf(merged);
  const change = chooseShown(changes, namespacesOf2(causes));
  const groupClass = change?.groupClass ?? observations[0]?.groupClass;
  if (groupClass === void 0) throw new Error("a finding without an observation");
  return { severity, causes, changes, change, groupClass, subject: subjectOf(merged), before: before2, after };
}
function namespacesOf2(causes) {
  return new Set(causes.map(({ namespace }) => namespace));
}
function causeOf({ kind, namespace, name, change, side, at, document }) {
  return { kind, namespace, name, change, side, at, excerpt: sourceLine(document, at.line) ?? "" };
}

// src/istio/admission-of.ts
function admissionOf(behaves) {
  return {
    takesThrift: behaves("thrift-protocol"),
    takesRepeatedSubsets: behaves("repeated-subsets"),
    takesDynamicDnsOverTls: behaves("sidecar-dynamic-dns")
  };
}

// src/source/unread-files.ts
function unreadFiles(base, head) {
  const isTouched = (path2) => base.files.get(path2) !== head.files.get(path2);
  const untouched = brokenFiles(head).filter((path2) => !isTouched(path2));
  const brokenAtBase = brokenFiles(base).filter(isTouched);
  return {
    problems: head.problems.filter(({ at }) => at === null || isTouched(at.file)),
    assumptions: [
      ...leftOut(untouched, ", at least in part, that could not be read, as at base"),
      ...leftOut(brokenAtBase, ", at least in part, that could not be read at base"),
      ...leftOut(unrenderedAt(base, head), " that must be rendered first (Helm, Kustomize)")
    ]
  };
}
function brokenFiles({ problems }) {
  return [...new Set(problems.flatMap(({ at }) => at?.file ?? []))];
}
function unrenderedAt(base, head) {
  return [.../* @__PURE__ */ new Set([...base.unrendered, ...head.unrendered])].toSorted();
}
var NAMED2 = 5;
function leftOut(files, why) {
  if (files.length === 0) return [];
  const count2 = files.length === 1 ? "1 file" : `${files.length} files`;
  const named2 = files.slice(0, NAMED2).map((file) => `'${file}'`);
  const rest = files.length > NAMED2 ? `, and ${files.length - NAMED2} more` : "";
  return [`${count2} left out${why}: ${named2.join(", ")}${rest}`];
}

// src/review.ts
function review(request) {
  const decoded2 = decodeSides(request);
  const controlPlane = { behaves: behavesLike(request.release, /* @__PURE__ */ new Map()), config: defaultMeshConfig };
  const comparison = compare2(decoded2.base, decoded2.head, controlPlane);
  return conclude(request, decoded2, comparison, inspect(comparison));
}
function decodeSides({ base, head, release: release2 }) {
  const admission = admissionOf(behavesLike(release2, /* @__PURE__ */ new Map()));
  const cache2 = /* @__PURE__ */ new WeakMap();
  return {
    base: decodeAll(base.manifests.documents, cache2, admission),
    head: decodeAll(head.manifests.documents, cache2, admission)
  };
}
function conclude({ base, head, release: release2 }, decoded2, comparison, { findings, improvements }) {
  const unread = unreadFiles(base.manifests, head.manifests);
  const duplicates = sortDuplicates(decoded2.base, decoded2.head);
  return {
    istioVersion: versionText(release2),
    base: base.revision,
    head: head.revision,
    summary: summarise(comparison, findings),
    findings,
    improvements,
    changes: listChanges(comparison),
    assumptions: [
      ...assumptions(comparison, head.manifests.documents, decoded2.head.resources, duplicates.untouched),
      ...unread.assumptions
    ],
    problems: [...unread.problems, ...duplicates.added.map(duplicateProblem)]
  };
}
function summarise({ classes, changedCalls: changedCalls2, resourceChanges }, findings) {
  const count2 = (severity) => findings.filter((finding) => finding.severity === severity).length;
  const asked = new Set(classes.flatMap(({ groups }) => groups.map(nameOf5)));
  const changed = new Set(changedCalls2.flatMap(({ groupClass }) => groupClass.groups.map(nameOf5)));
  for (const { groups } of findings) for (const group of groups) changed.add(nameOf5(group));
  return {
    errors: count2("error"),
    warnings: count2("warning"),
    notices: count2("notice"),
    groups: asked.size,
    // A manifest that is refused names its namespace, even where nothing is left to ask there.
    changedGroups: [...changed].filter((group) => asked.has(group)).length,
    // What the cluster refuses changes nothing there, but the change holds it.
    resources: resourceChanges.length + findings.filter(({ rule }) => rule === "invalid-resource").length
  };
}
function nameOf5({ namespace, labels }) {
  return `${namespace} ${JSON.stringify(labels)}`;
}
var MOST_CHANGES = 1e4;
function listChanges(comparison) {
  const changes = [];
  for (const changed of comparison.changedCalls) {
    const change = changeOf(comparison, changed);
    for (const { namespace, labels } of changed.groupClass.groups) {
      if (changes.length === MOST_CHANGES) return changes;
      changes.push({ group: { namespace, labels }, ...change });
    }
  }
  return changes;
}
function sortDuplicates(base, head) {
  const known2 = new Set(base.duplicates.map(({ resource }) => keyOf3(resource)));
  const isKnown2 = ({ resource }) => known2.has(keyOf3(resource));
  return {
    untouched: head.duplicates.filter(isKnown2),
    added: head.duplicates.filter((duplicate) => !isKnown2(duplicate))
  };
}

// src/tool.ts
var tool = { name: "istio-egress-review", version: "0.1.0" };

// src/cli/commands/review.ts
var review2 = {
  name: "review",
  usage: `review --base REV|DIR --head REV|DIR [PATH...]
[--istio-version V] [--format text|json|markdown]
[--fail-on error|warning|never]`,
  summary: "Compare two states of the manifests and report the outbound calls whose fate changes",
  help: `
The sidecar of each workload is worked out from the manifests at base and at
head, as Istio would configure it. Both are asked the same calls, for example
'curl https://www.baidu.com' from namespace istio-demo. A call that ends
somewhere else is a finding, shown on the lines that cause it, with a way to
mend it. No cluster is needed, and nothing of the repository is run.

  --base REV|DIR      the state before: a folder, or a Git revision (a branch or
                      HEAD~1, say) of the repository of the current folder; a
                      folder wins over a revision of its name
  --head REV|DIR      the state after
  PATH                read only these files, folders or globs, relative to the
                      folder or the repository that is read
  --istio-version V   the release to simulate, like 1.30 (default: ${versionText(newestRelease)})
  --format FORMAT     text for people (default), json for programs, markdown for
                      a comment or a wiki
  --fail-on LEVEL     the least severity that makes the exit code 1:
                      error (default), warning, or never

Examples:
  ${program} review --base examples/outage/base --head examples/outage/head
  ${program} review --base HEAD~1 --head HEAD examples/outage/head

Exit codes: 0 nothing at --fail-on or above, 1 findings, 2 the input or the
command line is wrong (findings are printed all the same), 3 a bug of this
program.`,
  async run(args, io) {
    const given = parseArguments(args, {
      base: { takes: "REV|DIR" },
      head: { takes: "REV|DIR" },
      "istio-version": { takes: "V" },
      format: { takes: formatNames.join("|") },
      "fail-on": { takes: failOnLevels.join("|") }
    });
    const baseName = given.value("base");
    const headName = given.value("head");
    if (baseName === null || headName === null) throw sideMissing(baseName, headName);
    const formatName = choice("--format", given.value("format") ?? "text", formatNames);
    const failOn = choice("--fail-on", given.value("fail-on") ?? defaultFailOn, failOnLevels);
    const version = given.value("istio-version");
    const release2 = version === null ? newestRelease : resolveRelease(version);
    const { base, head } = readSides(baseName, headName, { cwd: io.cwd, paths: given.positionals });
    requireManifests([
      { name: baseName, manifests: base.manifests },
      { name: headName, manifests: head.manifests }
    ]);
    const reviewed = review({ base, head, release: release2 });
    await io.stdout.write(format(formatName, reviewed, { ...terminalOptions(io.stdout, io.env), tool }));
    if (formatName !== "text") {
      for (const problem of reviewed.problems) await io.stderr.write(`${program}: ${problemLine(problem)}
`);
    }
    if (reviewed.problems.length > 0) return exitCodes.badInput;
    return reaches(reviewed.summary, failOn) ? exitCodes.findings : exitCodes.clean;
  }
};
function sideMissing(base, head) {
  const missing = base === null ? head === null ? "--base and --head are" : "--base is" : "--head is";
  return usageError(
    `${missing} missing, expected what to compare: ${program} review --base ${base ?? "origin/main"} --head ${head ?? "HEAD"}`
  );
}

// src/cli/commands/rules.ts
function rulesCommand(rules2) {
  return {
    name: "rules",
    usage: "rules",
    summary: "List what a review can report",
    help: `
Each rule with what it reports, and with the severities of its findings: error
for traffic that worked and goes to the wrong place or nowhere, warning for what
is likely wrong or harmless only by luck, notice for something to know.

Examples:
  ${program} rules
  ${program} explain traffic-captured`,
    async run(args, io) {
      const { positionals } = parseArguments(args, {});
      if (positionals[0] !== void 0) {
        throw usageError(`'${positionals[0]}' is one too many, expected nothing: ${program} explain ${positionals[0]}`);
      }
      await io.stdout.write(`${ruleTable(rules2, terminalOptions(io.stdout, io.env))}
`);
      return exitCodes.clean;
    }
  };
}

// src/istio/read-mesh-config.ts
var meshConfig = message({
  rootNamespace: string,
  outboundTrafficPolicy: optional(message({ mode: enumeration("REGISTRY_ONLY", "ALLOW_ANY") })),
  defaultServiceExportTo: list(string),
  defaultVirtualServiceExportTo: list(string),
  defaultDestinationRuleExportTo: list(string),
  proxyListenPort: uint32,
  proxyInboundListenPort: uint32,
  proxyHttpPort: uint32
});
function readMeshConfig(root, report) {
  const read2 = readNode(meshConfig, root, [], report);
  const orDefault = (value, fallback) => value === 0 || typeof value !== "number" && value.length === 0 ? fallback : value;
  return {
    ...defaultMeshConfig,
    rootNamespace: orDefault(read2.rootNamespace, defaultMeshConfig.rootNamespace),
    outboundTrafficPolicy: read2.outboundTrafficPolicy === null ? defaultMeshConfig.outboundTrafficPolicy : { mode: read2.outboundTrafficPolicy.mode === "ALLOW_ANY" ? "ALLOW_ANY" : "REGISTRY_ONLY", egressProxy: null },
    defaultServiceExportTo: orDefault(read2.defaultServiceExportTo, defaultMeshConfig.defaultServiceExportTo),
    defaultVirtualServiceExportTo: orDefault(
      read2.defaultVirtualServiceExportTo,
      defaultMeshConfig.defaultVirtualServiceExportTo
    ),
    defaultDestinationRuleExportTo: orDefault(
      read2.defaultDestinationRuleExportTo,
      defaultMeshConfig.defaultDestinationRuleExportTo
    ),
    proxyListenPort: orDefault(read2.proxyListenPort, defaultMeshConfig.proxyListenPort),
    proxyInboundListenPort: orDefault(read2.proxyInboundListenPort, defaultMeshConfig.proxyInboundListenPort),
    proxyHttpPort: read2.proxyHttpPort
  };
}

// src/as-recorded.ts
function asRecorded(configuration, behaves) {
  if (!behaves("private-tables-for-any-host")) return configuration;
  const asked = /* @__PURE__ */ new Set();
  const askedAgain = /* @__PURE__ */ new Set();
  for (const { chains, defaultChain } of configuration.listeners) {
    for (const { destination: destination3 } of defaultChain === null ? chains : [...chains, defaultChain]) {
      if (destination3.kind !== "routes" || !isPrivate(destination3.name)) continue;
      (asked.has(destination3.name) ? askedAgain : asked).add(destination3.name);
    }
  }
  if (askedAgain.size === 0) return configuration;
  return {
    ...configuration,
    routeTable: (name) => {
      const table = configuration.routeTable(name);
      return askedAgain.has(name) ? { ...table, virtualHosts: [] } : table;
    }
  };
}
function isPrivate(name) {
  return name.includes(":") && !name.startsWith("unix://");
}

// src/simulate.ts
function simulate({ id, controlPlane, resources, proxies, calls }) {
  const mesh = buildMesh(
    resources,
    controlPlane,
    ageAsGiven,
    createConversion(controlPlane, () => null)
  );
  const scopes = createScopes(mesh);
  return {
    id,
    proxies: proxies.map((proxy) => {
      const { chosen } = selectSidecar(mesh, proxy.namespace, proxy.labels);
      const configuration = asRecorded(
        configureProxy(scopes.scopeOf(proxy.namespace, chosen), proxy, mesh),
        mesh.behaves
      );
      const sidecar = startSidecar(configuration);
      return {
        id: proxy.id,
        ...configurationJson(configuration),
        verdicts: Object.fromEntries(calls.map((call) => [call.id, verdictJson(sidecar.answer(call))]))
      };
    })
  };
}

// src/cli/lines.ts
async function* linesOf2(chunks) {
  let pending = [];
  for await (const chunk of chunks) {
    const [first = "", ...rest] = chunk.split("\n");
    pending.push(first);
    for (const next of rest) {
      yield pending.join("").replace(/\r$/, "");
      pending = [next];
    }
  }
  const last = pending.join("");
  if (last !== "") yield last;
}

// src/cli/json-value.ts
function parseJson(text5) {
  try {
    return { name: "the line", found: JSON.parse(text5) };
  } catch (cause) {
    const reason2 = cause instanceof Error ? cause.message : String(cause);
    throw new InputError([{ code: "field-type", message: `the line is not JSON: ${reason2}`, at: null }], { cause });
  }
}
function field(object2, key2) {
  const found = entriesOf(object2).find(([name]) => name === key2)?.[1];
  return found ?? { name: nameOf6(object2, key2), found: void 0 };
}
function entriesOf(object2) {
  const { found } = object2;
  if (typeof found !== "object" || found === null || Array.isArray(found)) throw mismatch(object2, "an object");
  return Object.entries(found).map(([key2, value]) => [
    key2,
    { name: nameOf6(object2, key2), found: value }
  ]);
}
function itemsOf2(list4) {
  if (!Array.isArray(list4.found)) throw mismatch(list4, "a list");
  return list4.found.map((found, index) => ({ name: `${list4.name}[${index}]`, found }));
}
function textOf(value) {
  if (typeof value.found !== "string") throw mismatch(value, "a string");
  return value.found;
}
function mismatch({ name, found }, expected2) {
  const shown = found === void 0 ? "missing" : shorten(JSON.stringify(found));
  return new InputError([{ code: "field-type", message: `${name} is ${shown}, expected ${expected2}`, at: null }]);
}
function nameOf6({ name }, key2) {
  return name === "the line" ? key2 : `${name}.${key2}`;
}
function shorten(json2) {
  return json2.length > 60 ? `${json2.slice(0, 60)}\u2026` : json2;
}

// src/cli/mesh-line.ts
function decodeMeshLine(line) {
  const root = parseJson(line);
  const proxies = itemsOf2(field(root, "proxies"));
  const mesh = field(root, "mesh");
  return {
    id: textOf(field(root, "id")),
    manifests: textOf(field(root, "manifests")),
    proxies: proxies.map(proxyOf),
    calls: itemsOf2(field(root, "calls")).map(callOf),
    mesh: mesh.found === void 0 ? "" : textOf(mesh)
  };
}
function proxyOf(proxy) {
  return {
    id: textOf(field(proxy, "id")),
    namespace: textOf(field(proxy, "namespace")),
    labels: Object.fromEntries(entriesOf(field(proxy, "labels")).map(([key2, value]) => [key2, textOf(value)])),
    ips: itemsOf2(field(proxy, "ips")).map(addressOf),
    capturesDns: field(proxy, "dnsCapture").found === true,
    allocatesAddresses: field(proxy, "dnsAutoAllocate").found === true
  };
}
function callOf(call) {
  const sni = field(call, "sni");
  const host = sni.found === void 0 ? field(call, "host") : sni;
  return {
    id: textOf(field(call, "id")),
    kind: kindOf3(field(call, "kind")),
    address: addressOf(field(call, "address")),
    port: portOf(field(call, "port")),
    host: host.found === void 0 ? null : textOf(host),
    speaksFirst: "client"
  };
}
var kinds3 = ["tls", "http", "tcp"];
function kindOf3(value) {
  const kind = kinds3.find((candidate) => candidate === value.found);
  if (kind === void 0) throw mismatch(value, `one of ${kinds3.join(", ")}`);
  return kind;
}
function addressOf(value) {
  const text5 = textOf(value);
  if (parseAddress(text5) === null) throw mismatch(value, "an IP address");
  return text5;
}
function portOf(value) {
  const { found } = value;
  if (typeof found === "number" && Number.isInteger(found) && found > 0 && found <= 65535) return found;
  throw mismatch(value, "a port from 1 to 65535");
}

// src/cli/commands/simulate.ts
var simulate2 = {
  name: "simulate",
  usage: "simulate [--istio-version V] < MESHES.jsonl > ANSWERS.jsonl",
  summary: "Answer meshes line by line, to be compared with what a real istiod answers",
  help: `
Reads meshes from stdin, one a line, {id, mesh, manifests, proxies, calls}, and
writes answers to stdout, {id, proxies: [{id, listeners, routes, clusters,
verdicts}]}. Manifests are taken as given: no address is invented.

  --istio-version V   the release to simulate, like 1.30 (default: ${versionText(newestRelease)})

Examples:
  zcat test/fixtures/conformance/1.30.3/basic.jsonl.gz | ${program} simulate
  ${program} simulate --istio-version 1.30 < meshes.jsonl > answers.jsonl

Exit codes: 0 answered, 2 some lines are broken (the others are answered all the
same), 3 a bug of this program.`,
  async run(args, io) {
    const given = parseArguments(args, { "istio-version": { takes: "V" } });
    const [first] = given.positionals;
    if (first !== void 0) throw usageError(`'${first}' is one too many, expected meshes on stdin: < ${first}`);
    const version = given.value("istio-version");
    const release2 = version === null ? newestRelease : resolveRelease(version);
    let number = 0;
    let hasBroken = false;
    for await (const text5 of linesOf2(io.stdin)) {
      number += 1;
      if (text5.trim() === "") continue;
      const { mesh, notes } = readLine(text5, release2);
      for (const note of notes) await io.stderr.write(`${program}: line ${number}: ${note}
`);
      if (mesh === null) hasBroken = true;
      else if (!await io.stdout.write(`${JSON.stringify(simulate(mesh))}
`)) break;
    }
    return hasBroken ? exitCodes.badInput : exitCodes.clean;
  }
};
function readLine(text5, release2) {
  try {
    const { manifests, mesh, ...rest } = decodeMeshLine(text5);
    const { documents, problems } = readManifests([{ path: "manifests", content: "", text: manifests }]);
    const behaves = behavesLike(release2, /* @__PURE__ */ new Map());
    const decoded2 = decodeAll(documents, /* @__PURE__ */ new WeakMap(), admissionOf(behaves));
    const faults = [...problems, ...decoded2.duplicates.map(duplicateProblem)];
    const config = meshConfigOf(mesh, (fault2) => faults.push({ code: "field-type", message: fault2, at: null }));
    if (faults.length > 0) throw new InputError(faults);
    return {
      mesh: { ...rest, controlPlane: { behaves, config }, resources: decoded2.resources },
      notes: decoded2.invalid.map(refusalLine)
    };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { mesh: null, notes: error.problems.map(problemLine) };
  }
}
function meshConfigOf(text5, report) {
  const { roots, faults } = readYaml(text5);
  for (const { message: message2 } of faults) report(`mesh: ${message2}`);
  return readMeshConfig(roots[0] ?? null, (path2, expected2) => report(`mesh: ${fieldName(path2)} is not ${expected2}`));
}

// src/report/dial-reason.ts
function dialReason(host, dialled) {
  if (dialled === null) return "the address as typed";
  if (dialled.from === "nobody") {
    return `the manifests give ${namePlain(host)} no address: this one belongs to nobody and stands for what DNS answers`;
  }
  const { kind, namespace, name } = dialled.service.resource;
  const resource = namePlain(`${kind} ${namespace}/${name}`);
  if (dialled.from === "invented") return `invented for ${resource}, which has no clusterIP in the manifests`;
  if (dialled.service.address === UNSPECIFIED) return `the first endpoint of ${resource}, which is headless`;
  return dialled.service.address === dialled.address ? `the address that ${resource} gives it` : `the first address of ${dialled.service.address}, which ${resource} gives it`;
}

// src/report/trace.ts
function traceText(trace2, { colour, width }) {
  const { group, url, call, host, dialled, choice: choice2, verdict: verdict2, ownerAt } = trace2;
  const paint = paintFor(colour);
  const say = (label, text5) => labelled(label, prosePlain(text5), width, paint);
  const reasons = (text5) => wrap(prosePlain(text5), width - 13).map((line) => indented(paint("faint", line)));
  const step = ({ stage, name, because: because2 }) => {
    const place = stage === "owner" && ownerAt !== null ? `, ${ownerAt.file}:${ownerAt.line}` : "";
    return [say(stage, name + place), ...reasons(because2)];
  };
  return [
    say("call", `${url} from ${groupWords(group, namePlain)}`),
    say("dials", dialledText(call)),
    ...reasons(dialReason(host, dialled)),
    say("sends", sentWords(call)),
    ...sidecarChoiceText(choice2, group).map((text5, index) => say(index === 0 ? "sidecar" : "", text5)),
    "",
    ...verdict2.steps.flatMap(step),
    "",
    say("verdict", verdictLine(verdict2))
  ].join("\n");
}
function sentWords({ kind, host, speaksFirst }) {
  switch (kind) {
    case "tls":
      return host === null ? "TLS without a server name" : `TLS with server name (SNI) ${host}`;
    case "http":
      return host === null ? "plain HTTP without a Host" : `plain HTTP with Host ${host}`;
    case "tcp":
      return speaksFirst === "server" ? "nothing until the server has spoken" : "bytes that are neither TLS nor HTTP";
    default:
      return kind;
  }
}

// src/cli/call-url.ts
import { domainToASCII } from "node:url";
var form = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\[[^\]]*\]|[^:/?#@[\]]*)(?::(\d*))?((?:[/?#].*)?)$/i;
var schemes = /* @__PURE__ */ new Map([
  ["https", { kind: "tls", port: 443 }],
  ["http", { kind: "http", port: 80 }],
  ["tcp", { kind: "tcp", port: null }]
]);
function parseCallUrl(text5) {
  const [, scheme = "tcp", bracketed = "", portText, path2 = ""] = form.exec(text5) ?? [];
  const understood = schemes.get(scheme.toLowerCase());
  if (understood === void 0) throw notUnderstood(text5, `scheme '${scheme}' is unknown`);
  if (bracketed === "") throw notUnderstood(text5, "it names no host");
  const { kind } = understood;
  const host = hostOf(bracketed, text5);
  if (portText === void 0 && understood.port === null) throw notUnderstood(text5, "it names no port");
  const port = portText === void 0 ? understood.port ?? 0 : Number(portText);
  if (port < 1 || port > 65535) throw notUnderstood(text5, `port '${portText ?? ""}' is not a number from 1 to 65535`);
  if (kind === "tcp" && path2 !== "") throw notUnderstood(text5, `'${path2}' after the port means nothing to tcp`);
  return { kind, host, isAddress: parseAddress(host) !== null, port };
}
function callOf2(url, dialled, saysServerFirst) {
  return {
    kind: url.kind,
    address: dialled?.address ?? url.host,
    port: url.port,
    host: hostSent(url),
    speaksFirst: saysServerFirst || isKnownServerFirst(url, dialled) ? "server" : "client"
  };
}
function hostSent({ kind, host, isAddress: isAddress2 }) {
  if (kind === "tcp" || kind === "tls" && isAddress2) return null;
  return host.includes(":") ? `[${host}]` : host;
}
function isKnownServerFirst({ kind, port }, dialled) {
  if (kind !== "tcp") return false;
  const service = dialled === null || dialled.from === "nobody" ? null : dialled.service;
  const declared = service?.ports.find(({ number }) => number === port);
  return declared === void 0 ? serverFirstPorts.has(port) : isServerFirst(declared);
}
function hostOf(bracketed, text5) {
  const bare = bracketed.startsWith("[") ? bracketed.slice(1, -1) : bracketed;
  const address = parseAddress(bare);
  if (address !== null && bracketed.startsWith("[") === (address.family === 6)) return bare.toLowerCase();
  const name = domainToASCII(bare).toLowerCase();
  if (/^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_.])?$/.test(name) && /[a-z_]/.test(name)) return name;
  throw notUnderstood(text5, `'${bracketed}' is neither a host name nor an address`);
}
function notUnderstood(text5, why) {
  return usageError(
    `URL '${text5}' is not understood (${why}), expected https://HOST[:PORT], http://HOST[:PORT] or tcp://HOST:PORT`
  );
}

// src/cli/commands/trace.ts
var trace = {
  name: "trace",
  usage: `trace DIR|REV -n NAMESPACE [-l KEY=VALUE,...]
[--server-first] URL`,
  summary: "Follow one outbound call through a workload's sidecar, step by step",
  help: `
Says what becomes of a call that a pod makes: the address that it dials, then
each step of the sidecar's decision with its reason, then where the call ends.
  listener  the address and port under which the sidecar takes the connection
  chain     the part of the listener that matches what the connection looks like
  route     for plain HTTP: what the Host of the request leads to
  cluster   Envoy's name for the destination
  owner     the resource that declares the destination, and where

${workloadHelp}
  --server-first      the server speaks first, as with MySQL or SMTP (tcp only;
                      on ports ${[...serverFirstPorts].join(", ")} it does so anyway)
  URL                 https://HOST[:PORT], http://HOST[:PORT], tcp://HOST:PORT;
                      HOST is a name or an address

Examples:
  ${program} trace examples/outage/head -n istio-demo https://www.baidu.com
  ${program} trace examples/outage/base -n istio-demo tcp://10.0.0.5:3306

Exit codes: 0 answered, 2 the input or the command line is wrong (the rest of
the input is answered from all the same), 3 a bug of this program.`,
  async run(args, io) {
    const given = parseArguments(args, { ...workloadOptions, "server-first": { takes: null } });
    const [source, typedUrl, ...rest] = given.positionals;
    if (source === void 0 || typedUrl === void 0) throw positionalMissing(source);
    if (rest[0] !== void 0) {
      throw usageError(`'${rest[0]}' is one too many, expected DIR|REV and URL, '${source}' and '${typedUrl}'`);
    }
    const url = parseCallUrl(typedUrl);
    const isServerFirst2 = given.has("server-first");
    if (isServerFirst2) requireTcp(url);
    const group = workloadOf(given, `trace ${source} -n NAMESPACE ${typedUrl}`);
    const { workload, resources, exitCode } = await readWorkload(source, group, defaultControlPlane, io);
    const dialled = url.isAddress ? null : workload.dial(url.host);
    const call = callOf2(url, dialled, isServerFirst2);
    const verdict2 = workload.sidecar.answer(call);
    const shown = traceText(
      {
        group,
        url: typedUrl,
        call,
        host: url.host,
        dialled,
        choice: workload.choice,
        verdict: verdict2,
        ownerAt: placeOf5(verdict2.owner, resources)
      },
      terminalOptions(io.stdout, io.env)
    );
    await io.stdout.write(`${shown}
`);
    return exitCode;
  }
};
function positionalMissing(source) {
  if (source === void 0 || source.includes("://")) {
    const url = source ?? "https://www.example.com";
    return usageError(`DIR|REV is missing, expected where the manifests are: ${program} trace . -n NAMESPACE ${url}`);
  }
  return usageError(
    `URL is missing, expected the call to follow: ${program} trace ${source} -n NAMESPACE https://www.example.com`
  );
}
function requireTcp({ kind }) {
  if (kind === "tcp") return;
  const scheme = kind === "tls" ? "https" : "http";
  throw usageError(`--server-first fits tcp://HOST:PORT only: over ${scheme} the client speaks first`);
}
function placeOf5(owner, resources) {
  const resource = resources.find(
    ({ kind, namespace, name }) => kind === owner?.kind && namespace === owner.namespace && name === owner.name
  );
  return resource === void 0 ? null : spanOf(resource.document, resource.document.root);
}

// src/live/pod.ts
function podOf({ node, listeners: listeners2 }) {
  const ips = (node?.ips ?? []).filter((ip) => parseAddress(ip) !== null);
  const all = listeners2 ?? [];
  const hasAutomatic = all.some(({ address }) => AUTOMATIC.test(address));
  const [outbound] = all.filter(({ useOriginalDst }) => useOriginalDst);
  return {
    ips: ips.length > 0 ? ips : [outbound?.address === "::" ? ANY_V6 : ANY_V4],
    capturesDns: node?.capturesDns ?? hasAutomatic,
    allocatesAddresses: node?.allocatesAddresses ?? hasAutomatic
  };
}
var ANY_V4 = "192.0.2.1";
var ANY_V6 = "2001:db8::1";
var AUTOMATIC = /^(?:240\.240\.|2001:2:)/;

// src/live/proto-json.ts
function field2(message2, name) {
  const at = `${message2.at}.${name}`;
  if (!isSet(message2)) return { at, found: void 0 };
  const object2 = objectOf(message2);
  return { at, found: own(object2, name) ?? own(object2, camelCase(name)) };
}
function isSet({ found }) {
  return found !== void 0 && found !== null;
}
function itemsOf3(list4) {
  if (!isSet(list4)) return [];
  if (!Array.isArray(list4.found)) throw mismatch2(list4, "a list");
  return list4.found.map((found, index) => ({ at: `${list4.at}[${index}]`, found }));
}
function entriesOf2(message2) {
  if (!isSet(message2)) return [];
  return Object.entries(objectOf(message2)).map(([key2, found]) => [key2, { at: `${message2.at}.${key2}`, found }]);
}
function textOf2(value) {
  if (!isSet(value)) return "";
  if (typeof value.found !== "string") throw mismatch2(value, "a string");
  return value.found;
}
function numberOf2(value) {
  if (!isSet(value)) return 0;
  if (typeof value.found !== "number" || !Number.isFinite(value.found)) throw mismatch2(value, "a number");
  return value.found;
}
function flagOf(value, otherwise) {
  if (!isSet(value)) return otherwise;
  if (typeof value.found !== "boolean") throw mismatch2(value, "true or false");
  return value.found;
}
function mismatch2({ at, found }, expected2) {
  const shown = Array.isArray(found) ? "a list" : typeof found === "object" ? "an object" : JSON.stringify(found);
  const message2 = `${at} is ${shorten2(shown ?? "missing")}, expected ${expected2}`;
  return new InputError([{ code: "field-type", message: message2, at: null }]);
}
function objectOf(message2) {
  const { found } = message2;
  if (typeof found !== "object" || found === null || Array.isArray(found)) throw mismatch2(message2, "an object");
  return found;
}
function own(object2, key2) {
  return Object.getOwnPropertyDescriptor(object2, key2)?.value;
}
function camelCase(name) {
  return name.replace(/_([a-z0-9])/g, (_all, letter) => letter.toUpperCase());
}
function shorten2(text5) {
  return text5.length > 60 ? `${text5.slice(0, 60)}\u2026` : text5;
}

// src/live/dump-parts.ts
var nothing = { node: null, listeners: null, tables: null, clusters: null };
function partsOf2({ name, text: text5 }) {
  const root = parse3(name, text5);
  if (Array.isArray(root.found)) return listingParts(root);
  if (isSet(field2(root, "configs"))) return itemsOf3(field2(root, "configs")).map(configParts).reduce(joined2, nothing);
  if (isSet(field2(root, "bootstrap"))) return { ...nothing, node: field2(field2(root, "bootstrap"), "node") };
  if (isSet(field2(root, "workloads")) && isSet(field2(root, "services"))) {
    throw refusal(`'${name}' is the dump of a ztunnel, which has no listeners to compare`, "a sidecar");
  }
  throw refusal(`'${name}' holds no configuration of Envoy`, "one");
}
function joined2(one, other) {
  return {
    node: one.node ?? other.node,
    listeners: both(one.listeners, other.listeners),
    tables: both(one.tables, other.tables),
    clusters: both(one.clusters, other.clusters)
  };
}
function both(one, other) {
  return one === null ? other : other === null ? one : [...one, ...other];
}
function parse3(name, text5) {
  try {
    return { at: name, found: JSON.parse(text5.replace(/^\ufeff/, "")) };
  } catch (cause) {
    const reason2 = cause instanceof Error ? cause.message.replace(/,? ?"[^]*$/, "") : String(cause);
    throw refusal(`'${name}' is not JSON (${reason2})`, "one", cause);
  }
}
function refusal(found, whose, cause) {
  const message2 = `${found}: expected what 'istioctl proxy-config all POD -o json' prints of ${whose}`;
  return new InputError([{ code: "field-type", message: message2, at: null }], { cause });
}
function configParts(config) {
  switch (textOf2(field2(config, "@type")).split(".").at(-1)) {
    case "BootstrapConfigDump":
      return { ...nothing, node: field2(field2(config, "bootstrap"), "node") };
    case "ListenersConfigDump":
      return { ...nothing, listeners: listenersOf2(config) };
    case "RoutesConfigDump":
      return {
        ...nothing,
        tables: [
          ...sent(config, "dynamic_route_configs", "route_config", false),
          ...sent(config, "static_route_configs", "route_config", true)
        ]
      };
    case "ClustersConfigDump":
      return {
        ...nothing,
        clusters: [
          ...sent(config, "dynamic_active_clusters", "cluster", false),
          ...sent(config, "dynamic_warming_clusters", "cluster", false),
          ...sent(config, "static_clusters", "cluster", true)
        ]
      };
    default:
      return nothing;
  }
}
function sent(config, list4, wrapped, isStatic) {
  return itemsOf3(field2(config, list4)).map((item) => ({ message: field2(item, wrapped), isStatic })).filter(({ message: message2 }) => isSet(message2));
}
function listenersOf2(config) {
  const dynamic = itemsOf3(field2(config, "dynamic_listeners")).flatMap(sentListener);
  const fixed2 = sent(config, "static_listeners", "listener", true).map((part) => ({
    ...part,
    name: textOf2(field2(part.message, "name")),
    state: "active",
    error: ""
  }));
  return [...dynamic, ...fixed2];
}
function sentListener(dynamic) {
  const name = textOf2(field2(dynamic, "name"));
  const failure = field2(dynamic, "error_state");
  const failed = field2(failure, "failed_configuration");
  const warming = field2(field2(dynamic, "warming_state"), "listener");
  const active = field2(field2(dynamic, "active_state"), "listener");
  const as = (message2, state) => [
    { name, message: message2, state, isStatic: false, error: textOf2(field2(failure, "details")) }
  ];
  if (isSet(failure) && isSet(failed)) return as(failed, "refused");
  if (isSet(warming)) return as(warming, "warming");
  if (isSet(active)) return as(active, isSet(failure) ? "refused" : "active");
  return isSet(failure) ? as(failed, "refused") : [];
}
var listenerFields = ["filter_chains", "default_filter_chain", "listener_filters", "traffic_direction"];
var tableFields = ["virtual_hosts", "validate_clusters", "ignore_port_in_host_matching"];
var clusterFields = ["type", "cluster_type", "connect_timeout", "lb_policy", "load_assignment", "circuit_breakers"];
function listingParts(root) {
  const messages = itemsOf3(root);
  const isOf2 = (fields) => messages.some((message2) => fields.some((name) => isSet(field2(message2, name))));
  const parts = messages.map((message2) => ({ message: message2, isStatic: false }));
  if (isOf2(listenerFields)) {
    const named2 = parts.map((part) => ({ ...part, name: textOf2(field2(part.message, "name")) }));
    return { ...nothing, listeners: named2.map((part) => ({ ...part, state: "active", error: "" })) };
  }
  if (isOf2(tableFields)) return { ...nothing, tables: parts };
  if (isOf2(clusterFields)) return { ...nothing, clusters: parts };
  const [first] = messages;
  const found = first === void 0 ? "an empty list" : `a list of what has ${fieldNames(first)}`;
  throw refusal(`'${root.at}' is ${found}`, "a sidecar");
}
function fieldNames(message2) {
  return entriesOf2(message2).slice(0, 4).map(([key2]) => key2).join(", ");
}

// src/live/left-out.ts
function whyListenerLeftOut(sent2, read2) {
  const name = textOf2(field2(sent2.message, "name"));
  if (sent2.isStatic || name === "" && isSet(sent2.message)) return bootstrap;
  if (textOf2(field2(sent2.message, "traffic_direction")) === "INBOUND" || name === "virtualInbound") return inbound;
  if (!isSet(sent2.message)) return "Envoy refused it and does not show what it was sent";
  return read2 === null ? tunnel : null;
}
function whyClusterLeftOut(name, isStatic) {
  if (name.startsWith("inbound") || name.startsWith("InboundPassthroughCluster")) return inbound;
  if (isStatic) return bootstrap;
  if (name.startsWith("outbound|") || name === "BlackHoleCluster" || name === "PassthroughCluster") return null;
  return name.endsWith("connect_originate") ? tunnel : "no name that istiod gives to destinations";
}
function whyTableLeftOut(name, isStatic) {
  if (name.startsWith("inbound") || name.startsWith("InboundPassthroughCluster")) return inbound;
  return isStatic || name === "" ? "part of a listener" : null;
}
var inbound = "inbound traffic";
var bootstrap = "part of the sidecar's bootstrap";
var tunnel = "an inner step of a tunnel (HBONE)";

// src/live/node.ts
function readNode3(node) {
  const metadata = field2(node, "metadata");
  const [type = null, ip = null, name = null, domain = null] = partsOf3(textOf2(field2(node, "id")));
  const ips = commaList(metadata, "INSTANCE_IPS");
  return {
    type,
    name,
    namespace: metadataText(metadata, "NAMESPACE") ?? name?.split(".").at(-1) ?? null,
    labels: labelsOf(field2(metadata, "LABELS")),
    ips: ips.length > 0 ? ips : ip === null ? [] : [ip],
    capturesDns: isOn(metadata, "DNS_CAPTURE"),
    allocatesAddresses: isOn(metadata, "DNS_AUTO_ALLOCATE"),
    release: metadataText(metadata, "ISTIO_VERSION"),
    clusterDomain: domain === null ? null : /\.svc\.(.+)$/.exec(domain)?.[1] ?? null,
    interceptionMode: metadataText(metadata, "INTERCEPTION_MODE")
  };
}
function partsOf3(id) {
  const parts = id.split("~");
  return parts.length === 4 ? parts : [];
}
function metadataText(metadata, key2) {
  const value = field2(metadata, key2);
  if (!isSet(value) || typeof value.found === "object") return null;
  return String(value.found);
}
function isOn(metadata, key2) {
  return /^(true|1)$/i.test(metadataText(metadata, key2) ?? "");
}
function commaList(metadata, key2) {
  const text5 = metadataText(metadata, key2) ?? "";
  return text5 === "" ? [] : text5.split(",").map((item) => item.trim());
}
function labelsOf(labels) {
  return isSet(labels) ? Object.fromEntries(entriesOf2(labels).map(([key2, value]) => [key2, textOf2(value)])) : null;
}

// src/live/config-name.ts
var kinds4 = {
  "virtual-service": "VirtualService",
  "destination-rule": "DestinationRule"
};
function readConfigName(message2) {
  const istio = field2(field2(field2(message2, "metadata"), "filter_metadata"), "istio");
  const path2 = textOf2(field2(istio, "config"));
  const [, namespace, kind, name] = /^\/apis\/networking\.istio\.io\/[^/]+\/namespaces\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(path2) ?? [];
  const known2 = kinds4[kind ?? ""];
  return known2 === void 0 || namespace === void 0 || name === void 0 ? null : { kind: known2, namespace, name };
}

// src/live/read-cluster.ts
function readCluster(cluster) {
  const type = field2(cluster, "type");
  const [service] = itemsOf3(field2(field2(field2(field2(cluster, "metadata"), "filter_metadata"), "istio"), "services"));
  return {
    name: textOf2(field2(cluster, "name")),
    type: isSet(type) ? textOf2(type) : "STATIC",
    namespace: service === void 0 ? null : textOf2(field2(service, "namespace")),
    config: readConfigName(cluster)
  };
}

// src/live/read-listener.ts
function readListener(listener) {
  const place = placeOf6(field2(listener, "address"));
  if (place === null) return null;
  const defaultChain = field2(listener, "default_filter_chain");
  return {
    name: textOf2(field2(listener, "name")),
    ...place,
    additionalAddresses: itemsOf3(field2(listener, "additional_addresses")).flatMap(
      (additional) => placeOf6(field2(additional, "address"))?.address ?? []
    ),
    bindToPort: flagOf(
      field2(listener, "bind_to_port"),
      flagOf(field2(field2(listener, "deprecated_v1"), "bind_to_port"), true)
    ),
    inspectors: itemsOf3(field2(listener, "listener_filters")).flatMap(inspectorOf),
    useOriginalDst: flagOf(field2(listener, "use_original_dst"), false),
    chains: itemsOf3(field2(listener, "filter_chains")).map(readChain),
    defaultChain: isSet(defaultChain) ? readChain(defaultChain) : null
  };
}
function placeOf6(address) {
  const pipe = field2(address, "pipe");
  if (isSet(pipe)) return { address: `unix://${textOf2(field2(pipe, "path"))}`, port: 0 };
  const socket = field2(address, "socket_address");
  if (!isSet(socket)) return null;
  return { address: textOf2(field2(socket, "address")), port: numberOf2(field2(socket, "port_value")) };
}
function inspectorOf(filter2) {
  const name = textOf2(field2(filter2, "name")).split(".").at(-1) ?? "";
  return name === "tls_inspector" || name === "http_inspector" || name === "original_dst" ? [name] : [];
}
function readChain(chain2) {
  return {
    match: readMatch(field2(chain2, "filter_chain_match")),
    destination: destinationOf(itemsOf3(field2(chain2, "filters"))),
    config: readConfigName(chain2)
  };
}
var known = [
  "destination_port",
  "prefix_ranges",
  "server_names",
  "transport_protocol",
  "application_protocols"
];
function readMatch(match2) {
  const port = field2(match2, "destination_port");
  const transport = textOf2(field2(match2, "transport_protocol"));
  const names4 = new Set(known);
  return {
    destinationPort: isSet(port) ? numberOf2(port) : null,
    prefixRanges: itemsOf3(field2(match2, "prefix_ranges")).map(
      (range2) => `${textOf2(field2(range2, "address_prefix"))}/${numberOf2(field2(range2, "prefix_len"))}`
    ),
    serverNames: itemsOf3(field2(match2, "server_names")).map(textOf2),
    transportProtocol: transport === "" ? null : transport,
    applicationProtocols: itemsOf3(field2(match2, "application_protocols")).map(textOf2),
    others: entriesOf2(match2).map(([key2]) => key2.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)).filter((key2) => !names4.has(key2))
  };
}
function destinationOf(filters) {
  const last = filters.at(-1);
  if (last === void 0) return { kind: "other", text: "no filter" };
  const config = field2(last, "typed_config");
  const type = textOf2(field2(config, "@type")).split(".").at(-1);
  if (type === "TcpProxy") return targetOf2(config);
  if (type === "HttpConnectionManager") {
    const rds = field2(config, "rds");
    const inline = textOf2(field2(field2(config, "route_config"), "name"));
    return isSet(rds) ? { kind: "routes", name: textOf2(field2(rds, "route_config_name")) } : { kind: "other", text: `routes of its own (${inline})` };
  }
  return { kind: "other", text: `filter ${textOf2(field2(last, "name"))}` };
}
function targetOf2(message2) {
  const weighted = field2(message2, "weighted_clusters");
  if (isSet(weighted)) {
    const clusters = /* @__PURE__ */ new Map();
    for (const one of itemsOf3(field2(weighted, "clusters"))) {
      const name = textOf2(field2(one, "name"));
      clusters.set(name, (clusters.get(name) ?? 0) + numberOf2(field2(one, "weight")));
    }
    return { kind: "weighted", clusters: Object.fromEntries(clusters) };
  }
  const cluster = field2(message2, "cluster");
  if (isSet(cluster)) return { kind: "cluster", cluster: textOf2(cluster) };
  const header2 = textOf2(field2(message2, "cluster_header"));
  return { kind: "other", text: header2 === "" ? "no cluster" : `the cluster that header ${header2} names` };
}

// src/live/route-text.ts
function requestText({ path: path2, isCaseSensitive, headers: headers2, queryParams }) {
  return [
    path2.kind === "other" ? path2.value : `${path2.kind} ${path2.value}`,
    ...isCaseSensitive ? [] : ["in any case"],
    ...headers2.map(({ name, isInverted }) => `${isInverted ? "not " : ""}header ${name}`),
    ...queryParams.map((name) => `parameter ${name}`).sort()
  ].join(", ");
}
function routeMatchText({ queryParams, ...match2 }) {
  return requestText({ ...match2, queryParams: Object.keys(queryParams) });
}
function liveAction(action) {
  switch (action.kind) {
    case "direct-response":
      return { kind: "other", text: `answers ${action.status}` };
    case "redirect":
      return { kind: "other", text: "redirects" };
    case "cluster":
    case "weighted":
      return action;
  }
}

// src/live/read-routes.ts
function readTable(table) {
  return {
    name: textOf2(field2(table, "name")),
    ignoresPort: flagOf(field2(table, "ignore_port_in_host_matching"), false),
    virtualHosts: itemsOf3(field2(table, "virtual_hosts")).map((host) => ({
      name: textOf2(field2(host, "name")),
      domains: itemsOf3(field2(host, "domains")).map(textOf2),
      routes: itemsOf3(field2(host, "routes")).map(readRoute)
    }))
  };
}
function readRoute(route) {
  return {
    match: requestText(readMatch2(field2(route, "match"))),
    action: actionOf2(route),
    config: readConfigName(route)
  };
}
function readMatch2(match2) {
  return {
    path: pathOf(match2),
    isCaseSensitive: flagOf(field2(match2, "case_sensitive"), true),
    headers: itemsOf3(field2(match2, "headers")).map((header2) => ({
      name: textOf2(field2(header2, "name")),
      isInverted: flagOf(field2(header2, "invert_match"), false)
    })),
    queryParams: itemsOf3(field2(match2, "query_parameters")).map((parameter) => textOf2(field2(parameter, "name")))
  };
}
function pathOf(match2) {
  for (const kind of ["prefix", "path"]) {
    const value = field2(match2, kind);
    if (isSet(value)) return { kind, value: textOf2(value) };
  }
  const regex = field2(match2, "safe_regex");
  if (isSet(regex)) return { kind: "regex", value: textOf2(field2(regex, "regex")) };
  const separated = field2(match2, "path_separated_prefix");
  return { kind: "other", value: isSet(separated) ? `path below ${textOf2(separated)}` : "another kind of path" };
}
function actionOf2(route) {
  const response = field2(route, "direct_response");
  if (isSet(response)) return { kind: "other", text: `answers ${numberOf2(field2(response, "status"))}` };
  if (isSet(field2(route, "redirect"))) return { kind: "other", text: "redirects" };
  const action = field2(route, "route");
  return isSet(action) ? targetOf2(action) : { kind: "other", text: "leads nowhere" };
}

// src/live/read-dump.ts
function readDump(texts) {
  const [first, ...rest] = texts.map(partsOf2);
  const parts = rest.reduce(joined2, first);
  const node = parts.node === null || !isSet(parts.node) ? null : readNode3(parts.node);
  requireSidecar(node);
  if (parts.listeners === null && parts.tables === null && parts.clusters === null) {
    throw faulty(
      "the dump holds neither listeners nor routes nor clusters: take the whole of it, istioctl proxy-config all POD -o json"
    );
  }
  const leftOut2 = [];
  return {
    node,
    listeners: parts.listeners === null ? null : outboundListeners(parts.listeners, leftOut2),
    tables: parts.tables === null ? null : outboundTables(parts.tables, leftOut2),
    clusters: parts.clusters === null ? null : outboundClusters(parts.clusters, leftOut2),
    leftOut: leftOut2,
    pending: (parts.listeners ?? []).flatMap(
      ({ name, state, error }) => state === "active" ? [] : [{ name, state, error }]
    )
  };
}
function requireSidecar(node) {
  if (node === null || node.type === null || node.type === "sidecar") return;
  throw faulty(
    `the dump is of '${node.name ?? ""}', which is no sidecar but a ${node.type}: expected the dump of a pod with a sidecar`
  );
}
function faulty(message2) {
  return new InputError([{ code: "field-type", message: message2, at: null }]);
}
function outboundListeners(all, leftOut2) {
  return all.flatMap((sent2) => {
    const read2 = readListener(sent2.message);
    const reason2 = whyListenerLeftOut(sent2, read2);
    const name = read2 === null ? sent2.name : sent2.name === "" ? `${read2.address}:${read2.port}` : sent2.name;
    if (reason2 !== null) leftOut2.push({ what: "listener", name, reason: reason2 });
    return reason2 !== null || read2 === null ? [] : [read2];
  });
}
function outboundTables(all, leftOut2) {
  const tables = /* @__PURE__ */ new Map();
  for (const { message: message2, isStatic } of all) {
    const table = readTable(message2);
    const reason2 = whyTableLeftOut(table.name, isStatic);
    if (reason2 === null) tables.set(table.name, table);
    else leftOut2.push({ what: "route table", name: table.name === "" ? "without a name" : table.name, reason: reason2 });
  }
  return tables;
}
function outboundClusters(all, leftOut2) {
  const clusters = /* @__PURE__ */ new Map();
  for (const { message: message2, isStatic } of all) {
    const cluster = readCluster(message2);
    const reason2 = whyClusterLeftOut(cluster.name, isStatic);
    if (reason2 === null) clusters.set(cluster.name, cluster);
    else leftOut2.push({ what: "cluster", name: cluster.name, reason: reason2 });
  }
  return clusters;
}

// src/report/pod-notes.ts
function podNotes(verification, release2) {
  const { proxy, live, learnedAddresses, learnedPolicy } = verification;
  const name = live.node?.name ?? null;
  const from = live.node === null ? "given" : "from the dump";
  return [
    `pod ${name === null ? "" : `${namePlain(name)} `}of ${groupWords(proxy, namePlain)}, ${proxy.ips.map(namePlain).join(", ")}, ${proxy.capturesDns ? "captures DNS" : "does not capture DNS"} (${from})`,
    releaseNote(verification, release2),
    ...learnedAddresses === 0 ? [] : [
      `addresses of ${count(learnedAddresses, "Service")} without a clusterIP in the manifests are those of the dump`
    ],
    ...learnedPolicy === null ? [] : [`outboundTrafficPolicy ${learnedPolicy} is that of the dump: the manifests hold no MeshConfig`],
    ...unsimulated2(verification)
  ];
}
function releaseNote({ live }, release2) {
  const said = live.node?.release ?? null;
  const simulated = `Istio ${versionText(release2)} is simulated`;
  const why = said === null ? "the dump does not say its release" : parseVersion(said) === null ? `the dump says '${namePlain(said)}', which is no release` : `the dump is of ${namePlain(said)}`;
  const recorded2 = isRecorded(release2) ? "" : ", which was not compared with a real istiod of that release";
  return `${simulated}${recorded2}: ${why}`;
}
function unsimulated2({ live }) {
  const { node } = live;
  const domain = node?.clusterDomain ?? null;
  return [
    ...node?.interceptionMode === "NONE" ? ["interception mode NONE is not simulated: expect differences in every listener"] : [],
    ...domain === null || domain === "cluster.local" ? [] : [
      `of cluster domain ${namePlain(domain)} short names of Services are not simulated: expect differences in domains`
    ]
  ];
}

// src/report/verification-json.ts
function verificationJson(verification, istioVersion) {
  const { proxy, live, differences, undeclaredHosts, undeclaredResources, absent, taken: taken2, ofPods } = verification;
  return {
    schemaVersion: 1,
    istioVersion,
    pod: { name: live.node?.name ?? null, namespace: proxy.namespace, labels: { ...proxy.labels }, ips: proxy.ips },
    compared: {
      listeners: live.listeners?.length ?? null,
      routeTables: live.tables?.size ?? null,
      clusters: live.clusters?.size ?? null
    },
    differences: differences.map(({ where, live: sidecar, expected: expected2, owner, hints }) => ({
      where,
      sidecar,
      expected: expected2,
      declaredBy: owner === null ? null : resourceJson(owner),
      hints
    })),
    notInRepository: {
      hosts: undeclaredHosts,
      resources: undeclaredResources.map(({ kind, namespace, name }) => ({ kind, namespace, name })),
      takenPlaces: taken2.map(({ where, live: sidecar, expected: expected2 }) => ({ where, sidecar, expected: expected2 }))
    },
    notInCluster: absent.map(({ host, resource }) => ({ host, declaredBy: resourceJson(resource) })),
    knownToClusterOnly: ofPods,
    pendingListeners: live.pending.map(({ name, state, error }) => ({ name, state, error })),
    notCompared: live.leftOut.map(({ what, name, reason: reason2 }) => ({ what, name, reason: reason2 }))
  };
}
function resourceJson({ kind, namespace, name, document }) {
  const { file, line } = spanOf(document, document.root);
  return { kind, namespace, name, file, line };
}

// src/report/verification.ts
function verificationText(verification, { colour, width, command }) {
  const paint = paintFor(colour);
  const { differences } = verification;
  const shown = differences.slice(0, SHOWN);
  const more = differences.length - shown.length;
  const parts = [
    ...shown.map((difference2) => differenceText(difference2, width, paint)),
    ...more === 0 ? [] : [`and ${count(more, "more difference")}: -o json has all of them`],
    ...asideTexts(verification).map((text5) => wrap(text5, width).join("\n")),
    paint(differences.length === 0 ? "good" : "error", wrap(verdictText(verification), width).join("\n")),
    ...differences.length === 0 ? [] : [adviceText(verification, width, paint, command)]
  ];
  return inert(parts.join("\n\n"));
}
var SHOWN = 25;
var LINES = 8;
function differenceText({ where, live, expected: expected2, owner, hints }, width, paint) {
  const say = (label, texts) => {
    const lines = texts.length <= LINES ? texts : [...texts.slice(0, LINES), `and ${texts.length - LINES} more`];
    const shown = lines.length === 0 ? ["nothing"] : lines.map((line) => prosePlain(line));
    return shown.map((line, at) => labelled(at === 0 ? label : "", line, width, paint));
  };
  return [
    paint("strong", prosePlain(where.join(", "))),
    ...say("sidecar", live),
    ...say("expected", expected2),
    ...owner === null ? [] : say("declared", [resourceText2(owner)]),
    ...hints.flatMap((hint, at) => say(at === 0 ? "perhaps" : "", [hint]))
  ].join("\n");
}
function asideTexts({
  live,
  undeclaredHosts,
  undeclaredResources,
  absent,
  taken: taken2,
  ofPods
}) {
  const undeclared = [
    ...undeclaredHosts.length === 0 ? [] : [`${count(undeclaredHosts.length, "host")} (${firstOf2(undeclaredHosts)})`],
    ...undeclaredResources.length === 0 ? [] : [firstOf2(undeclaredResources.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`))]
  ];
  const missing = absent.map(({ host, resource }) => `${host}, ${placeText(resource)}`);
  return [
    ...undeclared.length === 0 ? [] : [`Not in the repository: ${sentenceList(undeclared)}, known to the sidecar and declared by no manifest here.`],
    ...taken2.slice(0, LINES).map(
      ({ where, live: seen, expected: expected2 }) => `Taken by what is not in the repository: ${prosePlain(where.join(", "))} leads to ${prosePlain(seen.join(", "))}, not ${prosePlain(expected2.join(", "))}.`
    ),
    ...taken2.length > LINES ? [`and ${taken2.length - LINES} more places: -o json has all of them`] : [],
    ...missing.length === 0 ? [] : [
      `Not in the cluster: ${count(missing.length, "host")} (${firstOf2(missing)}), declared for this sidecar and unknown to it. Not applied yet, or hidden by a Sidecar that is not here?`
    ],
    ...ofPods.length === 0 ? [] : [`Known to the cluster only: ${firstOf2(ofPods)}, for pods that no manifest describes.`],
    ...live.pending.map(
      ({ name, state, error }) => state === "warming" ? `Listener ${namePlain(name)} is still warming up; what istiod sent last is compared.` : `Envoy refused listener ${namePlain(name)} (${prosePlain(error)}); what istiod sent is compared.`
    )
  ];
}
function firstOf2(names4) {
  const [shown, rest] = [names4.slice(0, 3).map(namePlain), names4.length - 3];
  return rest > 0 ? `${shown.join("; ")}; and ${rest} more` : shown.join("; ");
}
function verdictText({ live, differences }) {
  const parts = [
    [live.listeners?.length ?? null, "listener"],
    [live.tables?.size ?? null, "route table"],
    [live.clusters?.size ?? null, "cluster"]
  ];
  const had = parts.flatMap(([amount, noun]) => amount === null ? [] : [count(amount, noun)]);
  const lacking = parts.flatMap(([amount, noun]) => amount === null ? [`${noun}s`] : []);
  const found = differences.length === 0 ? "the sidecar was told what the manifests say" : `${count(differences.length, "difference")}, where the sidecar was told something else than the manifests say`;
  const rest = lacking.length === 0 ? "" : ` The dump has no ${sentenceList(lacking)}, so none are compared.`;
  return `Compared ${sentenceList(had)}: ${found}.${rest}`;
}
function adviceText({ live }, width, paint, command) {
  const pod = live.node?.name ?? "POD";
  const reasons = [
    "The cluster is behind or ahead of these manifests: compare them with what is applied (kubectl diff), and see that istioctl proxy-status says SYNCED.",
    "An EnvoyFilter changes it, or a MeshConfig or a flag of istiod that these manifests do not hold.",
    "Two resources claim the same, the older one wins, and manifests without creationTimestamp do not say which that is.",
    "The simulation is wrong. Then please open an issue with this output, the manifests that it names, and what these print:"
  ].map((text5, at) => {
    const [first = "", ...rest] = wrap(text5, width - 4);
    return [`  ${at + 1} ${first}`, ...rest.map((line) => `    ${line}`)].join("\n");
  });
  return [
    paint("strong", "What may be the reason, likeliest first:"),
    ...reasons,
    `      ${prosePlain(command)}`,
    `      istioctl proxy-config all ${namePlain(pod)} -o json`
  ].join("\n");
}
function resourceText2(resource) {
  return `${resource.kind} ${resource.namespace}/${resource.name}, ${placeText(resource)}`;
}
function placeText({ document }) {
  const { file, line } = spanOf(document, document.root);
  return `${visible(file)}:${line}`;
}
function leftOutNotes(leftOut2) {
  const reasons = [...new Set(leftOut2.map(({ reason: reason2 }) => reason2))];
  return reasons.map((reason2) => {
    const names4 = leftOut2.filter((one) => one.reason === reason2).map(({ what, name }) => `${what} ${name}`.trim());
    return `not compared, as ${reason2}: ${firstOf2(names4)}`;
  });
}

// src/live/address-domain.ts
function addressOfDomain(domain) {
  const bare = /^\[(.*)\](?::\d+)?$/.exec(domain)?.[1] ?? domain.replace(/^([\d.]+(?:\/\d+)?):\d+$/, "$1");
  return parseAddress(bare) !== null || parsePrefix(bare) !== null ? bare : null;
}
function isAddressDomain(domain) {
  return addressOfDomain(domain) !== null;
}

// src/live/shape-text.ts
function placeText2({ address, port }) {
  if (address.startsWith("unix://")) return address;
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}
function matchLabel(match2) {
  const others = match2.others ?? [];
  const label = matchText({
    match: {
      ...match2,
      prefixRanges: match2.prefixRanges.toSorted(),
      serverNames: match2.serverNames.toSorted(),
      applicationProtocols: match2.applicationProtocols.toSorted()
    }
  });
  return others.length === 0 ? label : `${label}; also ${others.toSorted().join(", ")}`;
}
function destinationText2(destination3, clusterText = (name) => name) {
  switch (destination3.kind) {
    case "routes":
      return `Route: ${destination3.name}`;
    case "other":
      return destination3.text;
    case "cluster":
      return `Cluster: ${clusterText(destination3.cluster)}`;
    case "weighted":
      return `Clusters: ${Object.entries(destination3.clusters).map(([name, weight]) => `${clusterText(name)} (${weight})`).sort().join(", ")}`;
  }
}
function clustersOf2(destination3) {
  if (destination3.kind === "cluster") return [destination3.cluster];
  return destination3.kind === "weighted" ? Object.keys(destination3.clusters) : [];
}
function allChains(listener) {
  return listener.defaultChain === null ? listener.chains : [...listener.chains, listener.defaultChain];
}
function chainsByMatch(listener) {
  const byMatch = /* @__PURE__ */ new Map();
  for (const chain2 of allChains(listener)) {
    const label = chain2 === listener.defaultChain ? "ALL" : matchLabel(chain2.match);
    const known2 = byMatch.get(label);
    if (known2 === void 0) byMatch.set(label, [chain2]);
    else known2.push(chain2);
  }
  return byMatch;
}
function linesOf3(listener) {
  return [...chainsByMatch(listener)].flatMap(([match2, chains]) => chains.map(({ destination: destination3 }) => `${match2} \u2192 ${destinationText2(destination3)}`)).sort();
}

// src/live/mentions.ts
function liveMentions({ listeners: listeners2, tables, clusters }) {
  return mentions(listeners2 ?? [], [...tables?.values() ?? []], [...clusters?.keys() ?? []]);
}
function ourMentions(configuration, live) {
  return mentions(
    live.listeners === null ? [] : configuration.listeners,
    live.tables === null ? [] : configuration.routeNames.map((name) => configuration.routeTable(name)),
    live.clusters === null ? [] : [...configuration.clusters().keys()]
  );
}
function mentions(listeners2, tables, clusterNames) {
  const virtualHosts = tables.flatMap((table) => table.virtualHosts);
  const clusters = new Set(clusterNames.flatMap(hostOfCluster));
  const ways = [
    ...listeners2.flatMap(allChains).map((chain2) => ({ ...chain2, hosts: hostsOfChain(chain2) })),
    ...virtualHosts.flatMap(({ routes }) => routes).map(({ action, via }) => ({ via, hosts: hostsOf(action) }))
  ];
  return {
    clusters,
    dialled: /* @__PURE__ */ new Set([...clusters, ...ways.flatMap(({ hosts }) => hosts)]),
    ledTo: new Set(ways.flatMap(({ via, hosts }) => via === void 0 || via === null ? [] : hosts)),
    serverNames: new Set(
      listeners2.flatMap(allChains).flatMap(({ match: match2 }) => match2.serverNames.map((name) => name.toLowerCase()))
    ),
    virtualHosts: new Set(virtualHosts.flatMap(({ name }) => hostOfName(name) ?? []))
  };
}
function hostsOf(action) {
  return "cluster" in action || "clusters" in action ? clustersOf2(action).flatMap(hostOfCluster) : [];
}
function hostsOfChain({ destination: destination3 }) {
  return clustersOf2(destination3).flatMap(hostOfCluster);
}
function hostOfName(virtualHost) {
  const colon = virtualHost.lastIndexOf(":");
  return colon < 0 ? null : virtualHost.slice(0, colon).toLowerCase();
}
function hostOfCluster(name) {
  const parsed = parseClusterName(name);
  return parsed === null ? [] : [parsed.host.toLowerCase()];
}

// src/live/addresses.ts
function addressEvidence(live, resources) {
  const named2 = new Set(resources.flatMap(namedAddresses));
  const weights = /* @__PURE__ */ new Map();
  const count2 = (host, address, weight) => {
    const byAddress = weights.get(host) ?? /* @__PURE__ */ new Map();
    weights.set(host, byAddress.set(address, (byAddress.get(address) ?? 0) + weight));
  };
  for (const { virtualHosts } of live.tables?.values() ?? []) {
    for (const { name, domains } of virtualHosts) {
      const host = hostOfName(name);
      for (const address of host === null ? [] : domains.flatMap((domain) => addressOfDomain(domain) ?? [])) {
        count2(host ?? "", address, 1e3);
      }
    }
  }
  for (const listener of live.listeners ?? []) {
    if (isWildcard3(listener.address) || named2.has(listener.address)) continue;
    for (const { destination: destination3 } of allChains(listener)) {
      const host = destination3.kind === "routes" ? hostOfName(destination3.name) : null;
      if (host !== null) count2(host, listener.address, 10);
    }
    for (const host of new Set(
      allChains(listener).flatMap((chain2) => [...hostsOfChain(chain2), ...chain2.match.serverNames])
    )) {
      for (const address of [listener.address, ...listener.additionalAddresses]) count2(host.toLowerCase(), address, 1);
    }
  }
  const byHost = new Map([...weights].map(([host, of]) => [host, [...of].sort(heaviest).map(([address]) => address)]));
  return { byHost, named: named2 };
}
function heaviest([one, weight], [other, otherWeight]) {
  return otherWeight - weight || (one < other ? -1 : 1);
}
function withLearnedAddresses(resources, evidence, proxy) {
  const taken2 = /* @__PURE__ */ new Set();
  return resources.map((resource) => {
    if (needsAddress(resource)) {
      const candidates = evidence.byHost.get(`${resource.name}.${resource.namespace}.svc.${proxy.domain}`.toLowerCase()) ?? [];
      const address = candidates.find((candidate) => !taken2.has(candidate));
      if (address === void 0) return resource;
      taken2.add(address);
      return { ...resource, clusterIP: address, clusterIPs: [address] };
    }
    if (resource.kind !== "ServiceEntry" || !proxy.usesAutomaticAddresses || proxy.readsStatus && resource.automaticAddresses.length > 0)
      return resource;
    const automaticAddresses2 = resource.hosts.flatMap((host) => {
      const found = (evidence.byHost.get(host.toLowerCase()) ?? []).filter((address) => !evidence.named.has(address));
      const ofFamilies = [4, 6].flatMap((family) => found.find((address) => familyOf(address) === family) ?? []);
      return ofFamilies.map((value) => ({ host, value }));
    });
    return { ...resource, automaticAddresses: automaticAddresses2 };
  });
}
function listenersAlike(ours, live, invented) {
  const expected2 = new Set(ours.map(({ address, port }) => `${address} ${port}`));
  const free = /* @__PURE__ */ new Map();
  for (const listener of live.filter(({ address, port }) => !expected2.has(`${address} ${port}`))) {
    free.set(alike(listener), [...free.get(alike(listener)) ?? [], listener]);
  }
  const found = /* @__PURE__ */ new Map();
  for (const listener of ours) {
    if (!invented.has(listener.address) || found.has(listener.address)) continue;
    const taken2 = new Set(found.values());
    const match2 = free.get(alike(listener))?.find(({ address }) => !taken2.has(address));
    if (match2 !== void 0) found.set(listener.address, match2.address);
  }
  return found;
}
function alike(listener) {
  return `${listener.port} ${linesOf3(listener).join()}`;
}
function isWildcard3(address) {
  return address === "0.0.0.0" || address === "::" || address.startsWith("unix://");
}

// src/live/comparison.ts
function differ({ found }, where, sides, owner = null, hints = []) {
  found.differences.push({ where, ...sides, owner, hints });
}

// src/live/pods.ts
function isOfPods(comparison, chain2) {
  const service = serviceOf2(comparison, chain2);
  return service !== null && hasUnknownPods(service);
}
function serviceOf2({ expected: expected2 }, chain2) {
  const { destination: destination3 } = chain2;
  const hosts = destination3.kind === "routes" ? [destination3.name.slice(0, Math.max(0, destination3.name.lastIndexOf(":")))] : hostsOfChain(chain2);
  return hosts.map((host) => expected2.services.get(host.toLowerCase())).find((found) => found !== void 0) ?? null;
}
function hasUnknownPods({ resolution, address, registry, selector }) {
  if (selector !== null) return true;
  return resolution === "Passthrough" && address === UNSPECIFIED && registry === "Kubernetes";
}

// src/live/compare-clusters.ts
function compareClusters(comparison) {
  const { live, expected: expected2, strangers, found } = comparison;
  if (live.clusters === null) return;
  const ours = expected2.configuration.clusters();
  for (const name of [.../* @__PURE__ */ new Set([...ours.keys(), ...live.clusters.keys()])].sort()) {
    const own2 = ours.get(name) ?? null;
    const seen = live.clusters.get(name) ?? null;
    if (own2 !== null && seen !== null && own2.type === seen.type) continue;
    const host = parseClusterName(name)?.host.toLowerCase() ?? "";
    const service = own2?.service ?? expected2.services.get(host) ?? null;
    if (own2 === null && strangers.undeclared.has(host)) continue;
    if (seen === null && strangers.absent.has(host)) continue;
    if (seen !== null && strangers.isUndeclaredResource(seen.config)) {
      const { kind, namespace, name: rule } = seen.config;
      found.undeclaredResources.set(`${kind} ${namespace}/${rule}`, seen.config);
      continue;
    }
    if (own2 === null && service !== null && hasUnknownPods(service)) {
      found.ofPods.push(`cluster ${name}`);
      continue;
    }
    differ(
      comparison,
      [`cluster ${name}`],
      { live: seen === null ? [] : [`type ${seen.type}`], expected: own2 === null ? [] : [`type ${own2.type}`] },
      service?.resource ?? null
    );
  }
}

// src/live/explained-chains.ts
function isUndeclaredChain(comparison, chain2) {
  const { strangers, found } = comparison;
  const isUndeclared = (host) => strangers.undeclared.has(host);
  const { destination: destination3 } = chain2;
  const hosts = hostsOfChain(chain2);
  const isExplained = destination3.kind === "routes" ? liveHosts(comparison, destination3.name).some(isUndeclared) : hosts.length > 0 && hosts.every(isUndeclared) && !asksForDeclared(comparison, chain2);
  if (isExplained) return true;
  if (!strangers.isUndeclaredResource(chain2.config)) return false;
  const { kind, namespace, name } = chain2.config;
  found.undeclaredResources.set(`${kind} ${namespace}/${name}`, chain2.config);
  return true;
}
function asksForDeclared({ expected: expected2 }, { match: match2 }) {
  return match2.serverNames.some((name) => expected2.services.has(name.toLowerCase()));
}
function isAbsentChain({ strangers, expected: expected2 }, chain2) {
  const isAbsent = (host) => strangers.absent.has(host);
  const { destination: destination3 } = chain2;
  if (destination3.kind !== "routes") {
    const hosts = hostsOfChain(chain2);
    return hosts.length > 0 && hosts.every(isAbsent);
  }
  const { virtualHosts } = expected2.configuration.routeTable(destination3.name);
  return virtualHosts.flatMap(({ name }) => hostOfName(name) ?? []).some(isAbsent);
}
function liveHosts({ live }, table) {
  const own2 = live.tables?.get(table);
  if (own2 !== void 0) return own2.virtualHosts.flatMap(({ name }) => hostOfName(name) ?? []);
  const colon = table.lastIndexOf(":");
  if (colon >= 0) return [table.slice(0, colon).toLowerCase()];
  return [...live.clusters?.keys() ?? []].flatMap((name) => {
    const cluster = parseClusterName(name);
    return cluster !== null && String(cluster.port) === table ? [cluster.host.toLowerCase()] : [];
  });
}

// src/live/compare-listeners.ts
function compareListeners(comparison) {
  if (comparison.live.listeners === null) return;
  const live = byPlace3(comparison.live.listeners);
  const ours = byPlace3(comparison.expected.configuration.listeners);
  for (const place of [.../* @__PURE__ */ new Set([...ours.keys(), ...live.keys()])].sort()) {
    const seen = live.get(place) ?? [];
    const expected2 = ours.get(place) ?? [];
    for (let at = 0; at < Math.max(seen.length, expected2.length); at += 1) {
      const [one, other] = [expected2[at] ?? null, seen[at] ?? null];
      if (one === null && other !== null) onlyLive(comparison, place, other);
      else if (one !== null && other === null) onlyOurs(comparison, place, one);
      else if (one !== null && other !== null) compareListener(comparison, place, one, other);
    }
  }
}
function byPlace3(listeners2) {
  const places = /* @__PURE__ */ new Map();
  for (const listener of listeners2) {
    const place = placeText2(listener);
    places.set(place, [...places.get(place) ?? [], listener]);
  }
  return new Map([...places].map(([place, all]) => [place, all.sort((a, b) => compare3(linesOf3(a), linesOf3(b)))]));
}
function compare3(one, other) {
  return one.join() < other.join() ? -1 : 1;
}
function onlyLive(comparison, place, listener) {
  const own2 = allChains(listener).filter((chain2) => !isPolicy(chain2));
  const unexplained = own2.filter((chain2) => !isUndeclaredChain(comparison, chain2));
  if (own2.length > 0 && unexplained.length === 0) return;
  if (own2.length > 0 && unexplained.every((chain2) => isOfPods(comparison, chain2))) {
    comparison.found.ofPods.push(`listener ${place}`);
    return;
  }
  differ(
    comparison,
    [`listener ${place}`],
    { live: linesOf3(listener), expected: [] },
    hostOwner(comparison, unexplained)
  );
}
function onlyOurs(comparison, place, listener) {
  const own2 = allChains(listener).filter((chain2) => !isPolicy(chain2));
  const unexplained = own2.filter((chain2) => !isAbsentChain(comparison, chain2));
  if (own2.length > 0 && unexplained.length === 0) return;
  const hints = comparison.expected.unconfirmed.has(listener.address) ? [`${listener.address} is invented, as the manifest has no clusterIP; no listener of the sidecar stands for it`] : contestHints(comparison, listener);
  const sides = { live: [], expected: linesOf3(listener) };
  differ(comparison, [`listener ${place}`], sides, chainOwner(unexplained), hints);
}
function compareListener(comparison, place, ours, live) {
  const { strangers } = comparison;
  const where = `listener ${place}`;
  const hints = contestHints(comparison, ours);
  const expectedChains = chainsByMatch(ours);
  const liveChains = chainsByMatch(live);
  for (const match2 of /* @__PURE__ */ new Set([...expectedChains.keys(), ...liveChains.keys()])) {
    const expected2 = expectedChains.get(match2) ?? [];
    const seen = liveChains.get(match2) ?? [];
    const texts = (chains) => chains.map(({ destination: destination3 }) => destinationText2(destination3, strangers.clusterText)).sort();
    if (isSame(texts(expected2), texts(seen))) continue;
    const sides = {
      live: seen.map(({ destination: destination3 }) => destinationText2(destination3)),
      expected: expected2.map(({ destination: destination3 }) => destinationText2(destination3))
    };
    const ownExpected = expected2.filter((chain2) => !isAbsentChain(comparison, chain2));
    const ownSeen = seen.filter((chain2) => !isUndeclaredChain(comparison, chain2));
    if (isSame(texts(ownExpected), texts(ownSeen))) continue;
    if (ownSeen.length < seen.length && ownSeen.length === 0) {
      if (expected2.length > 0) comparison.found.taken.push({ where: [where, `chain ${match2}`], ...sides });
      continue;
    }
    if (ownExpected.length < expected2.length && ownExpected.length === 0) continue;
    if (ownExpected.length === 0 && ownSeen.every((chain2) => isOfPods(comparison, chain2))) {
      comparison.found.ofPods.push(`${where}, chain ${match2}`);
      continue;
    }
    const owner = chainOwner(expected2) ?? hostOwner(comparison, seen);
    const isKeptOut = seen.length === 0 || expected2.length === 0;
    const allHints = [...hints, ...isKeptOut ? companyHints(comparison, ours, live) : []];
    differ(comparison, [where, `chain ${match2}`], sides, owner, allHints);
  }
  compareProperties(comparison, where, ours, live);
}
function compareProperties(comparison, where, ours, live) {
  const undeclared = allChains(live).filter((chain2) => isUndeclaredChain(comparison, chain2));
  const absent = allChains(ours).filter((chain2) => isAbsentChain(comparison, chain2));
  const isNeeded = (inspector, chains) => chains.some(
    ({ match: match2 }) => (inspector === "tls_inspector" ? match2.serverNames : match2.applicationProtocols).length > 0
  );
  const added = live.inspectors.filter(
    (inspector) => !ours.inspectors.some((own2) => own2 === inspector) && !isNeeded(inspector, undeclared)
  );
  const lacking = ours.inspectors.filter(
    (inspector) => !live.inspectors.includes(inspector) && !isNeeded(inspector, absent)
  );
  if (added.length + lacking.length > 0) {
    const sides = { live: live.inspectors.toSorted(), expected: ours.inspectors.toSorted() };
    differ(comparison, [where, "listener filters"], sides);
  }
  const tell = (name, seen, expected2) => {
    if (seen !== expected2) differ(comparison, [where, name], { live: [seen], expected: [expected2] });
  };
  tell("useOriginalDst", String(live.useOriginalDst), String(ours.useOriginalDst));
  if (undeclared.length + absent.length > 0) return;
  tell("bindToPort", String(live.bindToPort), String(ours.bindToPort));
  tell("additional addresses", addressList(live), addressList(ours));
}
function addressList({ additionalAddresses }) {
  return additionalAddresses.length === 0 ? "none" : additionalAddresses.toSorted().join(", ");
}
function isPolicy({ destination: destination3 }) {
  return clustersOf2(destination3).some((name) => name === PASSTHROUGH || name === BLACKHOLE);
}
function isSame(one, other) {
  return one.length === other.length && one.every((text5, at) => text5 === other[at]);
}
function chainOwner(chains) {
  const chain2 = chains.find(({ via, service }) => via !== null || service !== null);
  return chain2?.via ?? chain2?.service?.resource ?? null;
}
function hostOwner(comparison, chains) {
  return chains.map((chain2) => serviceOf2(comparison, chain2)?.resource ?? null).find((owner) => owner !== null) ?? null;
}
function companyHints(comparison, ours, live) {
  const isUndeclared = allChains(live).some((chain2) => isUndeclaredChain(comparison, chain2));
  if (isUndeclared) return ["hosts that no manifest declares share this listener, and may keep others out of it"];
  const isAbsent = allChains(ours).some((chain2) => isAbsentChain(comparison, chain2));
  return isAbsent ? ["hosts that the sidecar does not have would share this listener, and may keep others out of it"] : [];
}
function contestHints({ expected: expected2 }, { address, port }) {
  const contest3 = expected2.configuration.contests.find((one) => one.address === address && one.port === port);
  if (contest3 === void 0) return [];
  const [winner, loser] = [contest3.winner, contest3.loser].map(
    ({ resource }) => `${resource.kind} ${resource.namespace}/${resource.name}`
  );
  return [
    `${winner} and ${loser} both claim a part of it, and the older one wins: a manifest without creationTimestamp does not say which that is`
  ];
}

// src/live/compare-tables.ts
function compareTables(comparison) {
  const { live, expected: expected2 } = comparison;
  if (live.tables === null) return;
  const asked = live.listeners === null ? null : namesAsked(live.listeners);
  const ours = new Set(expected2.configuration.routeNames);
  for (const name of [.../* @__PURE__ */ new Set([...ours, ...live.tables.keys()])].sort()) {
    if (asked !== null && !(asked.has(name) && ours.has(name))) continue;
    const own2 = ours.has(name) ? expected2.configuration.routeTable(name) : null;
    const seen = live.tables.get(name) ?? null;
    if (own2 !== null && seen !== null) compareTable(comparison, own2, seen);
    else if (own2 !== null) onlyOurs2(comparison, own2);
    else onlyLive2(comparison, name);
  }
}
function namesAsked(listeners2) {
  return new Set(
    listeners2.flatMap(({ chains, defaultChain }) => defaultChain === null ? chains : [...chains, defaultChain]).flatMap(({ destination: destination3 }) => destination3.kind === "routes" ? [destination3.name] : [])
  );
}
function onlyOurs2(comparison, { name, virtualHosts }) {
  const hosts = virtualHosts.flatMap((virtualHost) => hostOfName(virtualHost.name) ?? []);
  if (hosts.length > 0 && hosts.every((host) => comparison.strangers.absent.has(host))) return;
  differ(comparison, [`route table ${name}`], { live: [], expected: virtualHosts.map((host) => host.name) });
}
function onlyLive2(comparison, name) {
  const { strangers, expected: expected2, found } = comparison;
  const hosts = liveHosts(comparison, name);
  if (hosts.length > 0 && hosts.every((host) => strangers.undeclared.has(host))) return;
  const services = hosts.flatMap((host) => expected2.services.get(host) ?? []);
  if (services.length > 0 && services.every(hasUnknownPods)) {
    found.ofPods.push(`route table ${name}`);
    return;
  }
  differ(comparison, [`route table ${name}`], { live: hosts, expected: [] }, services[0]?.resource ?? null);
}
function compareTable(comparison, own2, seen) {
  const { strangers } = comparison;
  const ours = new Map(own2.virtualHosts.map((host) => [host.name, host]));
  const live = new Map(seen.virtualHosts.map((host) => [host.name, host]));
  const table = `route table ${own2.name}`;
  const strange = strangeDomains(comparison, own2, seen);
  if (own2.ignoresPort !== seen.ignoresPort) {
    const sides = { live: [String(seen.ignoresPort)], expected: [String(own2.ignoresPort)] };
    differ(comparison, [table, "ignorePortInHostMatching"], sides);
  }
  for (const name of [.../* @__PURE__ */ new Set([...ours.keys(), ...live.keys()])].sort()) {
    const one = ours.get(name) ?? null;
    const other = live.get(name) ?? null;
    const where = [table, `virtual host ${name}`];
    const host = hostOfName(name) ?? "";
    const owner = ownerOf(comparison, name, one);
    if (strangers.absent.has(host) || other !== null && strangers.isUndeclaredName(name)) continue;
    if (one !== null && other !== null) compareVirtualHost(comparison, where, [one, other], strange, owner);
    else if (one !== null) {
      differ(comparison, where, { live: [], expected: one.domains }, owner);
    } else if (other !== null) {
      if (isOfUndeclaredRule(comparison, other)) continue;
      differ(comparison, where, { live: other.domains, expected: [] }, owner);
    }
  }
  compareAddresses(comparison, table, own2, seen, strange);
}
function compareVirtualHost(comparison, where, [own2, seen], strange, owner) {
  const { strangers } = comparison;
  const lacking = without(names3(own2.domains), seen.domains).filter((domain) => !strange.there.has(domain));
  const added = without(names3(seen.domains), own2.domains).filter((domain) => !strange.here.has(domain));
  if (lacking.length + added.length > 0) {
    differ(comparison, [...where, "domains"], { live: added, expected: lacking }, owner);
  }
  const clusterText = (name) => strangers.clusterText(name);
  for (let at = 0; at < Math.max(own2.routes.length, seen.routes.length); at += 1) {
    const [one, other] = [own2.routes[at], seen.routes[at]];
    const expected2 = one === void 0 ? null : { match: routeMatchText(one.match), action: liveAction(one.action) };
    const text5 = (route, of) => route === null ? [] : [`${route.match} \u2192 ${destinationText2(route.action, of)}`];
    if (text5(expected2, clusterText).join() === text5(other ?? null, clusterText).join()) continue;
    const sides = { live: text5(other ?? null), expected: text5(expected2) };
    if (!isOfUndeclaredRule(comparison, seen))
      differ(comparison, [...where, `route ${at + 1}`], sides, one?.via ?? owner);
    return;
  }
}
function compareAddresses(comparison, table, own2, seen, { there, here }) {
  const { unconfirmed } = comparison.expected;
  const live = addresses2(seen.virtualHosts).filter((domain) => !there.has(domain));
  const ours = addresses2(own2.virtualHosts).filter((domain) => !here.has(domain) && !unconfirmed.has(domain));
  const lacking = without(ours, live).filter((domain) => !there.has(domain));
  const added = without(live, ours).filter((domain) => !here.has(domain));
  if (lacking.length + added.length === 0) return;
  differ(comparison, [table, "addresses as domains"], { live: added, expected: lacking });
}
function strangeDomains({ strangers }, own2, seen) {
  const undeclared = seen.virtualHosts.filter(({ name }) => strangers.isUndeclaredName(name));
  const absent = own2.virtualHosts.filter(({ name }) => strangers.absent.has(hostOfName(name) ?? ""));
  return {
    there: new Set(undeclared.flatMap(({ domains }) => domains)),
    here: new Set(absent.flatMap(({ domains }) => domains))
  };
}
function names3(domains) {
  return domains.filter((domain) => !isAddressDomain(domain));
}
function addresses2(hosts) {
  return hosts.flatMap(({ domains }) => domains.filter(isAddressDomain));
}
function without(domains, others) {
  const known2 = new Set(others);
  return domains.filter((domain) => !known2.has(domain));
}
function isOfUndeclaredRule({ strangers, found }, { routes }) {
  const config = routes.map((route) => route.config).find((one) => strangers.isUndeclaredResource(one)) ?? null;
  if (config === null) return false;
  found.undeclaredResources.set(`${config.kind} ${config.namespace}/${config.name}`, config);
  return true;
}
function ownerOf({ expected: expected2 }, name, own2) {
  const via = own2?.routes.find((route) => route.via !== null)?.via ?? null;
  return via ?? expected2.services.get(hostOfName(name) ?? "")?.resource ?? null;
}

// src/live/policy.ts
function livePolicy({ listeners: listeners2 }, assumed) {
  const last = listeners2?.find(({ useOriginalDst }) => useOriginalDst)?.chains.at(-1);
  const [cluster] = last === void 0 ? [] : clustersOf2(last.destination);
  const mode = cluster === PASSTHROUGH ? "ALLOW_ANY" : cluster === BLACKHOLE ? "REGISTRY_ONLY" : null;
  return mode === assumed.mode ? null : mode;
}

// src/live/strangers.ts
function findStrangers(live, configuration, services, resources) {
  const declared = new Set(services.map(({ host }) => host.toLowerCase()));
  const routed = new Set(
    resources.flatMap(
      (resource) => resource.kind === "VirtualService" ? resource.hosts.map((host) => host.toLowerCase()) : []
    )
  );
  const known2 = new Set(resources.map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`));
  const seen = liveMentions(live);
  const ours = ourMentions(configuration, live);
  const undeclared = /* @__PURE__ */ new Set([
    ...ofOtherNamespaces(live, services),
    // A chain may lead to a host that nobody has, but that is none of another manifest: where clusters can tell, they do.
    ...[...live.clusters === null ? seen.dialled : seen.clusters].filter(
      (host) => !declared.has(host) && (seen.clusters.has(host) || !ours.dialled.has(host))
    ),
    ...[...seen.virtualHosts].filter((host) => !declared.has(host) && !routed.has(host))
  ]);
  const isNamed = (host) => seen.virtualHosts.has(host) && !(routed.has(host) && ours.dialled.has(host));
  const isKnown2 = (host) => live.clusters !== null && ours.ledTo.has(host) && ours.clusters.has(host) ? seen.clusters.has(host) : seen.dialled.has(host) || seen.serverNames.has(host) || isNamed(host);
  const absent = [...ours.dialled, ...ours.virtualHosts].filter((host) => declared.has(host) && !isKnown2(host));
  return {
    undeclared,
    absent: new Set(absent),
    isUndeclaredResource: (config) => config !== null && !known2.has(`${config.kind} ${config.namespace}/${config.name}`),
    clusterText(name) {
      const [host] = hostOfCluster(name);
      return host !== void 0 && undeclared.has(host) ? `${name.split("|")[2] ?? ""} of ${host}` : name;
    },
    isUndeclaredName(virtualHost) {
      const host = hostOfName(virtualHost);
      return host !== null && undeclared.has(host);
    }
  };
}
function ofOtherNamespaces({ clusters }, services) {
  const declared = new Set(services.map(({ host, namespace }) => `${namespace}/${host.toLowerCase()}`));
  return [...clusters?.values() ?? []].flatMap(
    ({ name, namespace }) => namespace === null ? [] : hostOfCluster(name).filter((host) => !declared.has(`${namespace}/${host}`))
  );
}

// src/verify.ts
function verify({ resources, live, proxy, controlPlane, knowsPolicy }) {
  const mode = knowsPolicy ? null : livePolicy(live, controlPlane.config.outboundTrafficPolicy);
  const { behaves, config } = controlPlane;
  const { usesAutomaticAddresses } = addressingOf(proxy, behaves);
  const known2 = {
    // Which addresses istiod makes up depends on all of its mesh: here they are what the dump shows.
    behaves: (behaviour) => behaves(behaviour) || usesAutomaticAddresses && behaviour === "addresses-in-status",
    config: mode === null ? config : { ...config, outboundTrafficPolicy: { mode, egressProxy: null } }
  };
  const pod = { usesAutomaticAddresses, readsStatus: behaves("addresses-in-status"), domain: config.domain };
  const completed = withLearnedAddresses(resources, addressEvidence(live, resources), pod);
  const { simulated, addressed, unconfirmed } = withRerouted(completed, live, known2, proxy);
  const { mesh, choice: choice2, configuration } = simulated;
  const services = /* @__PURE__ */ new Map();
  for (const service of mesh.services) {
    const host = service.host.toLowerCase();
    if (!services.has(host)) services.set(host, service);
  }
  const strangers = findStrangers(live, configuration, mesh.services, resources);
  const comparison = {
    live,
    expected: { configuration, services, unconfirmed },
    strangers,
    found: { differences: [], undeclaredResources: /* @__PURE__ */ new Map(), taken: [], ofPods: [] }
  };
  compareListeners(comparison);
  compareTables(comparison);
  compareClusters(comparison);
  const { found } = comparison;
  return {
    proxy,
    live,
    choice: choice2,
    differences: found.differences,
    undeclaredHosts: [...strangers.undeclared].sort(),
    undeclaredResources: [...found.undeclaredResources.values()],
    absent: [...strangers.absent].sort().flatMap((host) => {
      const resource = services.get(host)?.resource;
      return resource === void 0 ? [] : [{ host, resource }];
    }),
    taken: found.taken,
    ofPods: found.ofPods,
    learnedAddresses: resources.filter(needsAddress).length - addressed.filter(needsAddress).length,
    learnedPolicy: mode
  };
}
function withRerouted(resources, live, controlPlane, proxy) {
  const first = simulateProxy(resources, controlPlane, proxy);
  const unconfirmed = inventedIn(first, resources);
  const alike2 = listenersAlike(first.configuration.listeners, live.listeners ?? [], unconfirmed);
  if (alike2.size === 0) return { simulated: first, addressed: resources, unconfirmed };
  const addressed = resources.map((resource) => {
    const address = needsAddress(resource) ? alike2.get(first.addresses.invented(resource) ?? "") : void 0;
    return address === void 0 ? resource : { ...resource, clusterIP: address, clusterIPs: [address] };
  });
  const simulated = simulateProxy(addressed, controlPlane, proxy);
  return { simulated, addressed, unconfirmed: inventedIn(simulated, addressed) };
}
function inventedIn({ addresses: addresses3 }, resources) {
  return new Set(resources.filter(needsAddress).flatMap((service) => addresses3.invented(service) ?? []));
}

// src/cli/read-dumps.ts
import { resolve as resolve3 } from "node:path";

// src/source/text-file.ts
import { readFileSync as readFileSync2, statSync as statSync4 } from "node:fs";
function readTextFile(path2, name) {
  const found = statSync4(path2, { throwIfNoEntry: false });
  if (found === void 0) throw unreadable(`there is no file '${name}': name an existing one`);
  if (found.isDirectory()) throw unreadable(`'${name}' is a folder: name a file`);
  if (found.size > MAX_TEXT) throw unreadable(tooLongText(name));
  try {
    return readFileSync2(path2, "utf8");
  } catch (cause) {
    const reason2 = cause instanceof Error ? cause.message : String(cause);
    throw unreadable(`'${name}' cannot be read (${reason2}): make it readable`, cause);
  }
}
var MAX_TEXT = 256 * 1024 * 1024;
function tooLongText(name) {
  return `'${name}' is larger than ${MAX_TEXT / 1024 / 1024} MiB: name a smaller one`;
}
function unreadable(message2, cause) {
  return new InputError([{ code: "unreadable", message: message2, at: null }], { cause });
}

// src/cli/read-dumps.ts
async function readDumps(names4, io) {
  const [first, ...rest] = names4;
  const dumps = [await readDump2(first, io)];
  for (const name of rest) dumps.push(await readDump2(name, io));
  return dumps;
}
async function readDump2(name, io) {
  return name === "-" ? { name: "stdin", text: await readAll2(io.stdin) } : { name, text: readTextFile(resolve3(io.cwd, name), name) };
}
async function readAll2(stdin) {
  const chunks = [];
  let length = 0;
  for await (const chunk of stdin) {
    length += chunk.length;
    if (length > MAX_TEXT) throw new InputError([{ code: "unreadable", message: tooLongText("stdin"), at: null }]);
    chunks.push(chunk);
  }
  return chunks.join("");
}

// src/cli/commands/verify.ts
var outputs2 = ["text", "json"];
var verify2 = {
  name: "verify",
  usage: `verify DIR|REV DUMP... [-n NAMESPACE] [-l KEY=VALUE,...]
[--istio-version V] [-o text|json]`,
  summary: "Compare what a running sidecar was told with what the manifests say of it",
  help: `
Works out from the manifests what istiod would tell the sidecar of a pod, and
says where the sidecar that runs was told something else about outbound traffic:
in its listeners, their chains, its routes or its clusters. So anyone can check
on a mesh of their own whether reviews are right. Nothing is sent anywhere.

  DIR|REV             a folder, or a Git revision of the repository of the
                      current folder; a folder wins over a revision of its name
  DUMP                what the sidecar was told, - for stdin: of
                      'istioctl proxy-config all POD -o json', of Envoy's
                      /config_dump, or the listings of istioctl proxy-config
                      listeners, routes, clusters and bootstrap (-o json each)
  -n, --namespace NS  the namespace of the pod (default: as the dump says)
  -l, --selector K=V  the labels of the pod (default: as the dump says)
  --istio-version V   the release to simulate, like 1.30 (default: as the dump
                      says, else ${versionText(newestRelease)})
  -o, --output FORMAT text (default) or json

What a repository cannot know is no difference: addresses that the cluster gave,
hosts and rules that no manifest declares, those that are not applied yet, and
pods. They are listed. What was read and what was left out is said on stderr.

Examples:
  istioctl proxy-config all POD -n shop -o json | ${program} verify . -
  ${program} verify examples/verify/manifests examples/verify/sidecar.json

Exit codes: 0 no difference, 1 differences, 2 the input or the command line is
wrong, 3 a bug of this program.`,
  async run(args, io) {
    const given = parseArguments(args, {
      ...workloadOptions,
      "istio-version": { takes: "V" },
      output: { takes: outputs2.join("|"), short: "o" }
    });
    const [source, dump, ...others] = given.positionals;
    if (source === void 0) throw positionalMissing2("DIR|REV is missing, expected where the manifests are");
    if (dump === void 0) throw positionalMissing2("DUMP is missing, expected a file, or - for stdin");
    const output2 = choice("--output", given.value("output") ?? "text", outputs2);
    const typed = given.value("istio-version");
    const asked = typed === null ? null : resolveRelease(typed);
    const live = readDump(await readDumps([dump, ...others], io));
    const selector = given.value("selector");
    const group = {
      namespace: given.value("namespace") ?? namespaceOf(live, `verify ${source} ${dump} -n NAMESPACE`),
      labels: selector === null ? live.node?.labels ?? {} : parseLabels(selector)
    };
    const release2 = asked ?? releaseOf(live.node);
    const { manifests } = readSide(source, { cwd: io.cwd });
    requireManifests([{ name: source, manifests }]);
    const decoded2 = decodeAll(manifests.documents, /* @__PURE__ */ new WeakMap());
    const verification = verify({
      resources: decoded2.resources,
      live,
      proxy: { ...group, ...podOf(live) },
      controlPlane: {
        behaves: behavesLike(release2, /* @__PURE__ */ new Map()),
        config: { ...defaultMeshConfig, domain: live.node?.clusterDomain ?? defaultMeshConfig.domain }
      },
      knowsPolicy: false
    });
    const notes = [
      ...readingNotes(manifests, decoded2, group).map((note) => `${program}: ${note}`),
      ...podNotes(verification, release2),
      ...sidecarChoiceText(verification.choice, group),
      ...leftOutNotes(live.leftOut)
    ];
    for (const note of notes) await io.stderr.write(`${note}
`);
    const labels = Object.entries(group.labels).map(([key2, value]) => `${key2}=${value}`);
    const command = [
      program,
      "listeners",
      source,
      "-n",
      group.namespace,
      ...labels.length === 0 ? [] : ["-l", labels.join(",")],
      "-o",
      "json"
    ].join(" ");
    await io.stdout.write(
      output2 === "text" ? `${verificationText(verification, { ...terminalOptions(io.stdout, io.env), command })}
` : `${jsonText(verificationJson(verification, versionText(release2)))}
`
    );
    if (manifests.problems.length > 0) return exitCodes.badInput;
    return verification.differences.length > 0 ? exitCodes.findings : exitCodes.clean;
  }
};
function positionalMissing2(message2) {
  return usageError(`${message2}: istioctl proxy-config all POD -o json | ${program} verify . -`);
}
function namespaceOf({ node }, example) {
  const namespace = node?.namespace ?? null;
  if (namespace !== null) return namespace;
  throw usageError(`-n is missing, and the dump does not say the namespace of the pod: ${program} ${example}`);
}
function releaseOf(node) {
  const text5 = node?.release ?? null;
  return text5 === null || parseVersion(text5) === null ? newestRelease : resolveRelease(text5);
}

// src/cli/commands.ts
function commandsOf(rules2) {
  return [review2, listeners, trace, verify2, rulesCommand(rules2), explain(rules2), simulate2];
}

// src/cli/program-help.ts
function programHelp(commands) {
  const column = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const list4 = commands.map(({ name, summary: summary2 }) => `  ${name.padEnd(column)}${summary2}`);
  return `Reviews changes to Istio manifests for what they do to outbound traffic.

Usage: ${program} COMMAND [ARGUMENT...]

Commands:
${list4.join("\n")}

Help with a command and examples: ${program} help COMMAND
Version: ${program} --version

Exit codes: 0 nothing to complain of, 1 findings, 2 the input or the command line
is wrong, 3 a bug of this program.
`;
}

// src/cli/main.ts
async function main(args, commands, io) {
  const command = commands.find(({ name }) => name === args[0]) ?? null;
  try {
    return command === null ? await runProgram(args, commands, io) : await runCommand(command, args.slice(1), io);
  } catch (error) {
    if (!(error instanceof InputError)) {
      await io.stderr.write(bugText(error));
      return exitCodes.bug;
    }
    await io.stderr.write(inputErrorText(error, command));
    return exitCodes.badInput;
  }
}
async function runCommand(command, args, io) {
  const end = args.indexOf("--");
  const options = end < 0 ? args : args.slice(0, end);
  if (!options.includes("--help") && !options.includes("-h")) return command.run(args, io);
  await io.stdout.write(commandHelp(command));
  return exitCodes.clean;
}
async function runProgram(args, commands, io) {
  const [first, second] = args;
  switch (first) {
    case void 0:
      await io.stderr.write(programHelp(commands));
      return exitCodes.badInput;
    case "--version":
      await io.stdout.write(`${program} ${tool.version}
`);
      return exitCodes.clean;
    case "help":
    case "--help":
    case "-h":
      await io.stdout.write(second === void 0 ? programHelp(commands) : helpOf(second, commands));
      return exitCodes.clean;
    default:
      throw unknownCommand(first, commands);
  }
}
function helpOf(name, commands) {
  const command = commands.find((candidate) => candidate.name === name);
  if (command === void 0) throw unknownCommand(name, commands);
  return commandHelp(command);
}
function unknownCommand(name, commands) {
  const names4 = commands.map((command) => command.name);
  return usageError(
    name.startsWith("-") ? `option '${name}' is unknown before a command, expected a command first: ${names4.join(", ")}` : `command '${name}' is unknown, ${suggestion(name, names4)}`
  );
}
function inputErrorText({ problems }, command) {
  const isUsage = problems.some(({ code: code2 }) => code2 === "usage");
  const lines = problems.map((problem) => `${program}: ${problemLine(problem)}`);
  const usage = command === null || !isUsage ? [] : [usageLine(command.usage)];
  const help = isUsage ? [`Help:  ${program} ${command === null ? "" : `${command.name} `}--help`] : [];
  return `${[...lines, ...usage, ...help].join("\n")}
`;
}
function bugText(error) {
  const stack = error instanceof Error ? error.stack ?? error.message : String(error);
  return `${program}: this is a bug in ${tool.name} ${tool.version}, please report it with these lines:
${stack}
`;
}

// src/cli/process-io.ts
function processIo(process2) {
  return {
    stdin: utf8(process2),
    stdout: output(process2.stdout),
    stderr: output(process2.stderr),
    cwd: process2.cwd(),
    env: process2.env
  };
}
async function* utf8({ stdin }) {
  stdin.setEncoding("utf8");
  for await (const chunk of stdin) yield String(chunk);
}
function output(stream) {
  let isClosed = false;
  stream.on("error", () => {
    isClosed = true;
  });
  return {
    isTerminal: stream.isTTY,
    columns: stream.isTTY ? stream.columns : null,
    write: (text5) => new Promise((resolve4, reject) => {
      if (isClosed) resolve4(false);
      else
        stream.write(text5, (error) => {
          if (error === null || error === void 0) resolve4(true);
          else if (isBrokenPipe(error)) resolve4(false);
          else reject(unwritable(error));
        });
    })
  };
}
function isBrokenPipe(error) {
  return error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED";
}
function unwritable(cause) {
  const message2 = `the output cannot be written (${cause.message}): make room for it, or send it elsewhere`;
  return new InputError([{ code: "unreadable", message: message2, at: null }], { cause });
}

// src/cli.ts
process.exitCode = await main(process.argv.slice(2), commandsOf(rules), processIo(process));
