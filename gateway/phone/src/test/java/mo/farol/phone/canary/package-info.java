@NullMarked
package mo.farol.phone.canary;

import org.jspecify.annotations.NullMarked;
