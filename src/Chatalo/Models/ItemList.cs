using System.Collections.ObjectModel;

namespace Chatalo;

/// <summary>A list that reads as its items where it has to be one text, as in a column of Export-Csv.</summary>
internal sealed class ItemList<T>(IList<T> items) : ReadOnlyCollection<T>(items)
{
    /// <summary>The list of nothing.</summary>
    public static ItemList<T> None { get; } = new([]);

    /// <summary>The same list, as one of these; null stays null.</summary>
    public static IReadOnlyList<T>? Of(IReadOnlyList<T>? items)
        => items is null or ItemList<T> ? items : new ItemList<T>(items as IList<T> ?? [.. items]);

    /// <inheritdoc />
    public override string ToString() => string.Join("; ", Items);
}
