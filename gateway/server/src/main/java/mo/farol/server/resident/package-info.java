/** The resident API: what the app and the portal of a signed-in resident may ask for. */
@NullMarked
package mo.farol.server.resident;

import org.jspecify.annotations.NullMarked;
