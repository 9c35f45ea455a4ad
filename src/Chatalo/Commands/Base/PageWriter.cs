using System.Management.Automation;
using Chatalo.Client;

namespace Chatalo.Commands;

/// <summary>
/// Streams a list page by page: what -First and -Skip ask for, the next page fetched while the second half of
/// the current one is written, and nothing more once downstream has enough.
/// </summary>
internal sealed class PageWriter<T>(
    PagingParameters paging, Func<PageRequest, Task<Page<T>>> fetch, Func<Task<Page<T>>, Page<T>> wait, Action<object> write, Action<Task> track)
{
    /// <summary>Writes the items that pass the filter.</summary>
    public void Write(Func<T, bool>? filter)
    {
        var size = PageRequest.DefaultSize;
        var skip = paging.Skip;
        // Without a filter the pages that are skipped whole need not be read.
        var number = filter is null ? (int)Math.Min(skip / (ulong)size, int.MaxValue - 1) + 1 : 1;
        var left = paging.First;
        var page = wait(fetch(new PageRequest(number, size)));
        if (filter is null && number > 1 && page.Position?.PageSize is { } clamped && clamped > 0 && clamped < size)
        {
            size = clamped;
            number = (int)Math.Min(skip / (ulong)size, int.MaxValue - 1) + 1;
            page = wait(fetch(new PageRequest(number, size)));
        }

        if (filter is null)
        {
            skip -= (ulong)(number - 1) * (ulong)size;
        }

        WriteTotal(page, filter);
        while (left > 0)
        {
            Check(page, number);
            Task<Page<T>>? next = null;
            for (var i = 0; i < page.Items.Count && left > 0; i++)
            {
                if (filter?.Invoke(page.Items[i]) == false)
                {
                    continue;
                }

                if (skip > 0)
                {
                    skip--;
                    continue;
                }

                if (next is null && !page.IsLast && i >= page.Items.Count / 2 && left > (ulong)(page.Items.Count - i))
                {
                    track(next = fetch(new PageRequest(number + 1, size)));
                }

                write(page.Items[i]!);
                left--;
            }

            if (page.IsLast || left == 0)
            {
                return;
            }

            page = wait(next ?? fetch(new PageRequest(number + 1, size)));
            number++;
        }
    }

    private static void Check(Page<T> page, int asked)
    {
        if (page.Position is { } position && position.CurrentPage != asked && page.Items.Count > 0)
        {
            throw new ChataloException(
                ErrorKind.UnexpectedAnswer, $"The gateway was asked for page {asked} of the list and answered page {position.CurrentPage}. The list is incomplete.");
        }
    }

    private void WriteTotal(Page<T> page, Func<T, bool>? filter)
    {
        if (paging.IncludeTotalCount)
        {
            // With a filter of ours the gateway's total is only an upper bound.
            var total = page.Position?.Total ?? page.Items.Count;
            write(paging.NewTotalCount((ulong)Math.Max(total, 0), filter is null && page.Position?.Total is not null ? 1.0 : 0.5));
        }
    }
}
