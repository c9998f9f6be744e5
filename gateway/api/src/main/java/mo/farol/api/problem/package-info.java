/** What is said when something goes wrong: RFC 9457 problems and advice on refused codes, in three languages. */
@NullMarked
package mo.farol.api.problem;

import org.jspecify.annotations.NullMarked;
