/** The launcher's commands and how they read their arguments. */
@NullMarked
package mo.farol.demo.command;

import org.jspecify.annotations.NullMarked;
