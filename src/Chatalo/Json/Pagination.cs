namespace Chatalo.Json;

/// <summary>Where a page stands in its list. The gateway calls the size <c>limit</c> in some answers and <c>per_page</c> in others.</summary>
internal sealed record Pagination(int CurrentPage, int LastPage, int? PageSize, long? Total);
