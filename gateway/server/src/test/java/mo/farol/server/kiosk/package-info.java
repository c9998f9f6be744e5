@NullMarked
package mo.farol.server.kiosk;

import org.jspecify.annotations.NullMarked;
