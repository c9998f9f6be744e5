@NullMarked
package mo.farol.phone;

import org.jspecify.annotations.NullMarked;
