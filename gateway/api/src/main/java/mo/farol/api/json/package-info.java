/** JSON as this API reads and writes it. */
@NullMarked
package mo.farol.api.json;

import org.jspecify.annotations.NullMarked;
