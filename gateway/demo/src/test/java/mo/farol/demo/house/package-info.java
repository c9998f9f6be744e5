/** Rules of the whole house that only a build that sees all rooms can check. */
@NullMarked
package mo.farol.demo.house;

import org.jspecify.annotations.NullMarked;
