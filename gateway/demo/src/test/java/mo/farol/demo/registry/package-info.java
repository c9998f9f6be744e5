@NullMarked
package mo.farol.demo.registry;

import org.jspecify.annotations.NullMarked;
