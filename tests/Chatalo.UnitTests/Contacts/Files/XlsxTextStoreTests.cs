using Chatalo.Contacts.Files.Excel;
using CsCheck;

namespace Chatalo.UnitTests.Contacts.Files;

/// <summary>The texts of a workbook are given back as they were.</summary>
public class XlsxTextStoreTests
{
    [Fact]
    public void Every_text_comes_back_by_its_place() => Gen.String[0, 300].Array[0, 200].Sample(texts =>
    {
        var store = new XlsxTextStore();
        foreach (var text in texts)
        {
            store.Add(text);
        }

        return store.Count == texts.Length && Enumerable.Range(0, texts.Length).All(i => store.Get(i) == texts[i]);
    });

    [Fact]
    public void The_longest_texts_and_many_short_ones_come_back()
    {
        string[] texts = [new('é', 32767), new('電', 32767), "\uD800", .. Enumerable.Range(0, 10000).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)), string.Empty];
        var store = new XlsxTextStore();
        foreach (var text in texts)
        {
            store.Add(text);
        }

        Assert.Equal(texts, Enumerable.Range(0, store.Count).Select(store.Get));
    }
}
