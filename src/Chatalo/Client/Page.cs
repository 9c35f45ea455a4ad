using Chatalo.Json;

namespace Chatalo.Client;

/// <summary>One page of a list.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, Pagination? Position)
{
    public bool IsLast => Position is null || Items.Count == 0 || Position.CurrentPage >= Position.LastPage;
}
