@NullMarked
package mo.farol.phone.challenge;

import org.jspecify.annotations.NullMarked;
