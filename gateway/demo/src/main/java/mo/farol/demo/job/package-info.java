/** The main job, step by step, in the open. */
@NullMarked
package mo.farol.demo.job;

import org.jspecify.annotations.NullMarked;
