/** The reference client of the operator API: what DSI's staff and the civil registry's link do. */
@NullMarked
package mo.farol.phone.operator;

import org.jspecify.annotations.NullMarked;
