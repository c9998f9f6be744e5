/** Synthetic residents: names, numbers, cards and drawn portraits. Nobody here exists. */
@NullMarked
package mo.farol.demo.people;

import org.jspecify.annotations.NullMarked;
