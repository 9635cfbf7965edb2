using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Norda.Data;
using Norda.Features.Notifications;
using Norda.Features.Notifications.Stream;

namespace Norda.Tests.Notifications;

/// <summary>Waits are limits for what must come; none of them is a measurement.</summary>
public sealed class LiveTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task An_open_page_hears_that_something_is_new_once_it_is_saved_and_no_more_than_that()
    {
        var anna = await app.Person("Anna");
        using var page = await Open(await app.As(anna));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var (db, notifier) = (scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider.GetRequiredService<Notifier>());
            await using (await db.Database.BeginTransactionAsync())
                await notifier.Tell(anna.Id, Telling.Of("cofnięta"), CancellationToken.None);
            scope.ServiceProvider.GetRequiredService<Live>().Publish(anna.Id, "messages");
            await notifier.Tell(anna.Id, Telling.Of("zapisana"), CancellationToken.None);
            await db.SaveChangesAsync();
        }

        Assert.Equal(["data: messages", "data: notifications"], [await page.Next(), await page.Next()]);
    }

    [Fact]
    public async Task Nobody_hears_what_is_anothers()
    {
        var (anna, bartek) = (await app.Person("Anna"), await app.Person("Bartek"));
        using var page = await Open(await app.As(anna));

        await app.Tell(bartek, "jego");
        app.Services.GetRequiredService<LiveFeed>().Publish(anna.Id, "koniec");

        Assert.Equal("data: koniec", await page.Next());
    }

    [Fact]
    public async Task A_page_that_closes_is_let_go_and_a_person_has_no_endless_number_of_them()
    {
        var feed = app.Services.GetRequiredService<LiveFeed>();
        var browser = await app.As(await app.Person("Anna"));
        var before = feed.Count;
        var pages = new List<Line>();
        for (var i = 0; i < 15; i++)
            pages.Add(await Open(browser));

        Assert.InRange(feed.Count, 1, before + 12);
        pages.ForEach(p => p.Dispose());
        for (var wait = 0; wait < 300 && feed.Count > before; wait++)
            await Task.Delay(100);
        Assert.Equal(before, feed.Count);
    }

    [Fact]
    public async Task A_line_ends_after_a_while_so_that_the_browser_shows_again_who_it_is()
    {
        var feed = app.Services.GetRequiredService<LiveFeed>();
        using var page = await Open(await app.As(await app.Person("Anna")));

        feed.Beat(app.Clock.GetUtcNow());
        Assert.Equal(":", await page.Next());
        feed.Beat(app.Clock.GetUtcNow().AddMinutes(16));

        Assert.Null(await page.Next());
    }

    [Fact]
    public async Task Visitors_have_no_line_and_a_browser_that_opens_the_address_is_not_kept_waiting()
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/powiadomienia/strumien") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue(OpenLine.MediaType) } } };
        Assert.Equal(HttpStatusCode.Redirect, (await app.Client().SendAsync(ask)).StatusCode);
        Assert.Equal(HttpStatusCode.NotAcceptable, (await (await app.As(await app.Person("Anna"))).GetAsync("/powiadomienia/strumien")).StatusCode);
    }

    [Fact]
    public async Task A_page_at_another_instance_hears_it_too()
    {
        Assert.SkipUnless(TestDatabase.IsPostgres, "PostgreSQL only: SQLite has one instance");
        await using var other = await app.Changed(_ => { });
        var anna = await app.Person("Anna");
        using var page = await Open(await app.As(anna));
        var listens = Task.Run(async () => await page.Next());

        for (var attempt = 0; attempt < 100 && !listens.IsCompleted; attempt++) // the first words may come before the listener listens
        {
            other.Services.GetRequiredService<LiveFeed>().Publish(anna.Id, "messages");
            await Task.WhenAny(listens, Task.Delay(200));
        }

        Assert.Equal("data: messages", await listens);
    }

    private static async Task<Line> Open(HttpClient browser)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/powiadomienia/strumien") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue(OpenLine.MediaType) } } };
        var answer = await browser.SendAsync(ask, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal((HttpStatusCode.OK, OpenLine.MediaType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var line = new Line(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
        Assert.Equal(":", await line.Next());
        return line;
    }

    private sealed record Line(HttpResponseMessage Answer, StreamReader Reader) : IDisposable
    {
        /// <summary>The next line that says something; null at the end.</summary>
        public async Task<string?> Next()
        {
            string? line;
            do
                line = await Reader.ReadLineAsync().WaitAsync(Patience);
            while (line?.Length == 0);
            return line?.TrimEnd();
        }

        public void Dispose()
        {
            Answer.Dispose();
            Reader.Dispose();
        }
    }
}
