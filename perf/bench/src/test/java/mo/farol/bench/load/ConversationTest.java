package mo.farol.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConversationTest {
    @Test
    void isOverWithTheLastByteOfTheBody() {
        assertThat(Conversation.isWhole("HTTP/1.1 200 OK\r\nContent-Le")).isFalse();
        assertThat(Conversation.isWhole("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabc"))
                .isFalse();
        assertThat(Conversation.isWhole("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nabcd"))
                .isTrue();
        assertThat(Conversation.isWhole("HTTP/1.1 200 OK\r\ncontent-length: 4\r\nx: y\r\n\r\nabcd"))
                .isTrue();
    }

    @Test
    void isOverWithTheHeadWhenThereIsNoBody() {
        assertThat(Conversation.isWhole("HTTP/1.1 204 No Content\r\nx: y\r\n\r\n"))
                .isTrue();
    }
}
