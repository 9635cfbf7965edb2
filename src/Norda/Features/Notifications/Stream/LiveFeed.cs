using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Norda.Features.Notifications.Stream;

/// <summary>
/// Who has a page open, and the line to each. It carries only that something of a kind is new ("notifications", "messages"): the page
/// then asks for it, so that nothing of a person's passes through here, and a lost word costs nothing but time.
/// </summary>
public sealed class LiveFeed
{
    private const int MostWaiting = 8;
    private const int MostPerPerson = 12;
    private readonly ConcurrentDictionary<int, LivePage[]> _pages = new();

    /// <summary>Heard by those who carry words to other instances.</summary>
    internal Action<int?, string>? Said { get; set; }

    /// <summary>Open pages, on this instance.</summary>
    public int Count => _pages.Values.Sum(p => p.Length);

    /// <summary>To the person's open pages on every instance.</summary>
    public void Publish(int userId, string kind)
    {
        Deliver(userId, kind);
        Said?.Invoke(userId, kind);
    }

    /// <summary>To every open page.</summary>
    public void PublishToAll(string kind)
    {
        Deliver(null, kind);
        Said?.Invoke(null, kind);
    }

    internal void Deliver(int? userId, string kind)
    {
        IEnumerable<LivePage[]> lines = userId is { } id ? _pages.TryGetValue(id, out var own) ? [own] : [] : _pages.Values;
        foreach (var page in lines.SelectMany(p => p))
            page.Words.Writer.TryWrite(kind);
    }

    /// <summary>The oldest of a person's pages gives way when there are too many.</summary>
    internal LivePage Open(int userId)
    {
        var page = new LivePage(userId, Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }));
        LivePage? oldest = null;
        _pages.AddOrUpdate(userId, _ => [page], (_, open) =>
        {
            oldest = open.Length >= MostPerPerson ? open[0] : null;
            return [.. open.Skip(oldest is null ? 0 : 1), page];
        });
        oldest?.Words.Writer.TryComplete();
        return page;
    }

    internal void Close(LivePage page)
    {
        while (_pages.TryGetValue(page.UserId, out var open))
        {
            LivePage[] left = [.. open.Where(p => p != page)];
            if (left.Length > 0 ? _pages.TryUpdate(page.UserId, left, open) : _pages.TryRemove(new(page.UserId, open)))
                return;
        }
    }

    internal void CloseAll()
    {
        foreach (var page in _pages.Values.SelectMany(p => p))
            page.Words.Writer.TryComplete();
    }
}

/// <summary>One open page and what it has not heard yet.</summary>
internal sealed record LivePage(int UserId, Channel<string> Words);
