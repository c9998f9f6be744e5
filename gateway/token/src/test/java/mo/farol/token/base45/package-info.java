@NullMarked
package mo.farol.token.base45;

import org.jspecify.annotations.NullMarked;
