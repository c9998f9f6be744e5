@NullMarked
package mo.farol.demo;

import org.jspecify.annotations.NullMarked;
