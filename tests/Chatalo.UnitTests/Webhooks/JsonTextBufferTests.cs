using Chatalo.Webhooks;

namespace Chatalo.UnitTests.Webhooks;

public class JsonTextBufferTests
{
    [Fact]
    public void One_event_a_line_is_read_line_by_line()
    {
        var lines = new JsonTextBuffer();

        Assert.Equal("{\"a\":1}", lines.Add("{\"a\":1}"));
        Assert.Equal("no json", lines.Add("no json"));
        Assert.Equal("", lines.Add(""));
        Assert.Empty(lines.TakeOpen());
    }

    [Fact]
    public void An_event_over_many_lines_is_put_together()
    {
        var lines = new JsonTextBuffer();
        var texts = ExampleEvent.Json.Split('\n').Select(lines.Add).ToArray();

        Assert.All(texts[..^1], Assert.Null);
        Assert.Equal(ExampleEvent.Json, texts[^1]);
    }

    [Fact]
    public void Brackets_in_a_text_do_not_count()
    {
        var lines = new JsonTextBuffer();

        Assert.Null(lines.Add("""{"a": "}]\\\"}","""));
        Assert.Null(lines.Add(""));
        Assert.NotNull(lines.Add("\"b\": \"{[\" }"));
    }

    [Fact]
    public void What_never_ends_is_handed_back_once()
    {
        var lines = new JsonTextBuffer();
        lines.Add("{\"a\":");
        lines.Add("{\"b\":1}");

        Assert.Equal(["{\"a\":", "{\"b\":1}"], lines.TakeOpen());
        Assert.Empty(lines.TakeOpen());
        Assert.Equal("{}", lines.Add("{}"));
    }
}
