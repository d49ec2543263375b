/** Entry of the process that reviews for the action, which starts it. No logic, hence no test of its own. */
import { answerOnce } from './github/reviewer/answer.js';

answerOnce();
