@NullMarked
package mo.farol.store.challenge;

import org.jspecify.annotations.NullMarked;
