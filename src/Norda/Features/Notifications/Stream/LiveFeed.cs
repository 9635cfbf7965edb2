using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Norda.Features.Notifications.Stream;

/// <summary>
/// Who has a page open, and the line to each. It carries only that something of a kind is new ("notifications", "messages"): the page
/// then asks for it, so that nothing of a person's passes through here, and a lost word costs nothing but time.
/// </summary>
public sealed class LiveFeed
{
    /// <summary>Keeps proxies from hanging up.</summary>
    internal const string Heartbeat = "";

    private const int MostWaiting = 8;
    private const int MostPerPerson = 12;

    private readonly ConcurrentDictionary<int, LivePage[]> pages = new();
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Open pages on this instance.</summary>
    public int Count => pages.Values.Sum(p => p.Length);

    /// <summary>Until somebody opens a page, there is nothing to listen for.</summary>
    internal Task FirstPage => first.Task;

    /// <summary>Carries words to other instances.</summary>
    internal Action<int?, string>? Carrier { get; set; }

    /// <summary>To the person's open pages on every instance.</summary>
    public void Publish(int userId, string kind)
    {
        Deliver(userId, kind);
        Carrier?.Invoke(userId, kind);
    }

    /// <summary>To every open page.</summary>
    public void PublishToAll(string kind)
    {
        Deliver(null, kind);
        Carrier?.Invoke(null, kind);
    }

    internal void Deliver(int? userId, string kind)
    {
        IEnumerable<LivePage[]> lines = userId is { } id ? pages.TryGetValue(id, out var own) ? [own] : [] : pages.Values;
        foreach (var page in lines.SelectMany(p => p))
            page.Words.Writer.TryWrite(kind);
    }

    /// <summary>The oldest of a person's pages gives way when there are too many.</summary>
    internal LivePage Open(int userId, DateTimeOffset until)
    {
        var page = new LivePage(userId, until, Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }));
        LivePage? oldest = null;
        pages.AddOrUpdate(userId, _ => [page], (_, open) =>
        {
            oldest = open.Length >= MostPerPerson ? open[0] : null;
            return [.. open.Skip(oldest is null ? 0 : 1), page];
        });
        oldest?.Words.Writer.TryComplete();
        first.TrySetResult();
        return page;
    }

    internal void Close(LivePage page)
    {
        while (pages.TryGetValue(page.UserId, out var open))
        {
            LivePage[] left = [.. open.Where(p => p != page)];
            if (left.Length > 0 ? pages.TryUpdate(page.UserId, left, open) : pages.TryRemove(new(page.UserId, open)))
                return;
        }
    }

    /// <summary>Lets go of pages whose time is over; the rest hear a heartbeat.</summary>
    internal void Beat(DateTimeOffset now)
    {
        foreach (var page in pages.Values.SelectMany(p => p))
            if (page.Until < now || !page.Words.Writer.TryWrite(Heartbeat))
                page.Words.Writer.TryComplete();
    }

    internal void CloseAll() => Beat(DateTimeOffset.MaxValue);
}

/// <summary>One open page and what it has not heard yet.</summary>
internal sealed class LivePage(int userId, DateTimeOffset until, Channel<string> words)
{
    public int UserId => userId;

    /// <summary>Then the browser connects anew and shows who it is.</summary>
    public DateTimeOffset Until => until;

    public Channel<string> Words => words;
}
