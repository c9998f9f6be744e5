/** The reference kiosk: reads a card and a finger, takes the number from the phone, and has the gateway bind. */
@NullMarked
package mo.farol.phone.kiosk;

import org.jspecify.annotations.NullMarked;
