package mo.farol.demo.job;

/** One part of the main job. */
interface Act {
    String title();

    void play(Stage stage, Narrator say) throws Exception;
}
