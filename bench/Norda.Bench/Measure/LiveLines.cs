using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Features.Accounts.SignIn;
using Norda.Features.Directory;
using Norda.Features.Mail;
using Norda.Features.Notifications;
using Norda.Features.Shared;
using Norda.Platform;
using Norda.Platform.Access;

namespace Norda.Bench.Measure;

/// <summary>Three thousand pages with an open line to the published app: what each keeps of its memory, and how long a word takes to reach them.</summary>
internal sealed class LiveLines(string app)
{
    private const int People = 300;
    private const int PagesEach = 10;
    private const int Words = 200;
    private const int Port = 5_980;
    private const string Connection = "Data Source=var/bench/live.db";

    private readonly ConcurrentQueue<long>[] heard = [.. Enumerable.Range(0, People).Select(_ => new ConcurrentQueue<long>())];

    public async Task<string> Run()
    {
        Directory.CreateDirectory("var/bench");
        foreach (var old in Directory.GetFiles("var/bench", "live.db*"))
            File.Delete(old);
        await using var site = (await AppProcess.Start([app, "serve"], Port, "/katalog", ("ConnectionStrings__Norda", Connection), ("Logging__LogLevel__Default", "Warning"))).App;
        var cookies = await SignIn();
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = int.MaxValue }) { BaseAddress = site.Http.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        await Warm(http, cookies);
        var before = site.Memory;
        var watch = Stopwatch.StartNew();
        var lines = new List<HttpResponseMessage>();
        foreach (var person in Enumerable.Range(0, People))
            lines.AddRange(await Task.WhenAll(Enumerable.Range(0, PagesEach).Select(_ => Open(http, person, cookies[person]))));
        var opened = watch.Elapsed.TotalSeconds;
        await Task.Delay(TimeSpan.FromSeconds(5));
        var after = site.Memory;
        var delays = await Delays(http, cookies);
        lines.ForEach(l => l.Dispose());
        await Task.Delay(TimeSpan.FromSeconds(5));
        return string.Create(CultureInfo.InvariantCulture, $"""
            | | |
            |---|---|
            | open lines | {lines.Count:#,0} (opened in {opened:0.0} s) |
            | memory of the app before / with them / after they closed, MB | {before / 1e6:0.0} / {after / 1e6:0.0} / {site.Memory / 1e6:0.0} |
            | KiB per line | {(after - before) / 1024.0 / lines.Count:0.0} |
            | from the click to the word at all ten pages of a person, p50 / p99, ms | {Tables.Pair(delays)} |
            """);
    }

    /// <summary>What a first line costs once is not counted as the cost of each.</summary>
    private async Task Warm(HttpClient http, string[] cookies)
    {
        var lines = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Open(http, i % People, cookies[i % People])));
        foreach (var line in lines)
            line.Dispose();
        await Task.Delay(TimeSpan.FromSeconds(2));
    }

    private async Task<HttpResponseMessage> Open(HttpClient http, int person, string cookie)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/powiadomienia/strumien");
        ask.Headers.Add("Accept", "text/event-stream");
        ask.Headers.Add("Cookie", cookie);
        var answer = await http.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        _ = Hear(new StreamReader(await answer.Content.ReadAsStreamAsync()), heard[person]);
        return answer;
    }

    private static async Task Hear(StreamReader line, ConcurrentQueue<long> heard)
    {
        try
        {
            while (await line.ReadLineAsync() is { } text)
                if (text.StartsWith("data:", StringComparison.Ordinal))
                    heard.Enqueue(Stopwatch.GetTimestamp());
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // Closed by the bench itself.
        }
    }

    /// <summary>A person reads a notice: all their pages hear of it.</summary>
    private async Task<List<double>> Delays(HttpClient http, string[] cookies)
    {
        var notices = await WriteNotices();
        var delays = new List<double>();
        foreach (var (person, notice) in notices.Take(Words))
        {
            heard[person].Clear();
            using var read = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/notifications/{notice}/read") { Headers = { { "Cookie", cookies[person] } } };
            var start = Stopwatch.GetTimestamp();
            (await http.SendAsync(read)).EnsureSuccessStatusCode();
            for (var wait = 0; wait < 10_000 && heard[person].Count < PagesEach; wait++)
                await Task.Delay(1);
            delays.Add(heard[person].Count < PagesEach ? double.PositiveInfinity : Stopwatch.GetElapsedTime(start, heard[person].Max()).TotalMilliseconds);
        }

        return delays;
    }

    private static async Task<List<(int Person, int Notice)>> WriteNotices()
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        SqliteDb.Configure(options, Connection);
        await using var db = new SqliteDb(options.Options);
        var people = await db.Users.OrderBy(u => u.Id).Select(u => u.Id).ToListAsync();
        db.AddRange(people.Select(id => new UserNotification { UserId = id, Title = "Wieść", Kind = "bench", NotificationType = "news", UniqueKey = "bench", ActionUrl = "/katalog", CreatedAt = TimeProvider.System.GetUtcNow().UtcDateTime }));
        await db.SaveChangesAsync();
        return [.. (await db.Set<UserNotification>().OrderBy(n => n.UserId).Select(n => n.Id).ToListAsync()).Select((id, i) => (i, id))];
    }

    /// <summary>Cookies of sessions that stand in the app's database, sealed with the keys that it keeps there.</summary>
    private static async Task<string[]> SignIn()
    {
        var builder = Hosting.CreateBuilder([$"--ConnectionStrings:Norda={Connection}"]);
        builder.AddPlatform();
        builder.AddAccess();
        builder.AddDatabase();
        builder.AddShared();
        builder.AddMail();
        builder.AddDirectory();
        builder.AddAccounts();
        builder.AddNotifications();
        await using var services = builder.Build();
        await using var scope = services.Services.CreateAsyncScope();
        var (db, start) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<StartSession>());
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme);
        var cookies = new string[People];
        for (var i = 0; i < People; i++)
        {
            var user = new User { Name = $"Osoba {i}", Email = $"o{i}@osoby.example", UserName = $"o{i}", NormalizedEmail = $"O{i}@OSOBY.EXAMPLE", NormalizedUserName = $"O{i}", SecurityStamp = "bench", EmailConfirmed = true };
            db.Add(user);
            await db.SaveChangesAsync();
            var session = await start.Open(user, remember: true, secondFactor: true, "127.0.0.1", "bench", default);
            cookies[i] = $"{options.Cookie.Name}={options.TicketDataFormat.Protect(new AuthenticationTicket(SessionCookie.Stub(session), new AuthenticationProperties { ExpiresUtc = new DateTimeOffset(session.ExpiresAt, TimeSpan.Zero) }, SessionCookie.Scheme))}";
        }

        return cookies;
    }
}
