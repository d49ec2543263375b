/** Where the pruned description of GitHub's REST API stands: what `prune` of prune-openapi.mjs gives, as JSON. */
export const openapiFile: string;
