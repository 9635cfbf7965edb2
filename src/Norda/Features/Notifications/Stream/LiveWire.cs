using System.Globalization;
using Norda.Data;

namespace Norda.Features.Notifications.Stream;

/// <summary>Beats the heart of open pages, carries words between instances, and lets all pages go when the server stops.</summary>
public sealed class LiveWire(LiveFeed feed, DatabaseSignals signals, DatabaseGate gate, IHostApplicationLifetime server, TimeProvider clock) : BackgroundService
{
    private const string Everybody = "*";
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(25);

    private readonly string me = Guid.NewGuid().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stop = server.ApplicationStopping.Register(feed.CloseAll);
        await gate.Opened.WaitAsync(stoppingToken);
        await Task.WhenAll(Beat(stoppingToken), signals.AreNeeded ? Carry(stoppingToken) : Task.CompletedTask);
    }

    private async Task Beat(CancellationToken cancel)
    {
        while (true)
        {
            await Task.Delay(Pulse, clock, cancel);
            feed.Beat(clock.GetUtcNow());
        }
    }

    private async Task Carry(CancellationToken cancel)
    {
        feed.Carrier = (person, kind) => signals.Send($"{me} {person?.ToString(CultureInfo.InvariantCulture) ?? Everybody} {kind}");
        await Task.WhenAll(signals.Deliver(cancel), ListenOnceNeeded(cancel));
    }

    private async Task ListenOnceNeeded(CancellationToken cancel)
    {
        await feed.FirstPage.WaitAsync(cancel);
        await signals.Listen(Hear, cancel);
    }

    /// <summary>What this instance said itself its own pages have heard.</summary>
    private void Hear(string word)
    {
        if (word.Split(' ') is not [var from, var person, var kind] || from == me)
            return;
        if (person == Everybody)
            feed.Deliver(null, kind);
        else if (int.TryParse(person, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            feed.Deliver(id, kind);
    }
}
