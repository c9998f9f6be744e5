/** Requests and answers of the resident API. */
@NullMarked
package mo.farol.api.resident;

import org.jspecify.annotations.NullMarked;
