package mo.farol.bench.goal;

/** How a code is sealed for the gateway. */
enum Way {
    HPKE,
    TICKET
}
