/** Requests and answers of the operator API. */
@NullMarked
package mo.farol.api.operator;

import org.jspecify.annotations.NullMarked;
