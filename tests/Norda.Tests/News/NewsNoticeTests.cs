using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Jobs;
using Norda.Features.News;
using Norda.Features.News.Writing;
using Norda.Features.Notifications;
using Norda.Platform.Access;
using Norda.Platform.Contributions;
using Norda.Tests.Events;
using Norda.Tests.Fees;
using Norda.Tests.Notifications;

namespace Norda.Tests.News;

/// <summary>Members hear of news once.</summary>
public sealed class NewsNoticeTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Members_are_told_of_what_the_office_publishes_in_the_app_and_in_the_digest()
    {
        var (anna, stranger) = (await app.Member("Anna"), await app.Person("Obcy"));
        await Write("Zebranie w czwartek", "Zaczynamy o **piątej**.");

        var told = Assert.Single(await Told(anna, "Zebranie w czwartek"));
        Assert.Equal(("Nowa aktualność: Zebranie w czwartek", "Zaczynamy o piątej.", "/aktualnosci/zebranie-w-czwartek", "news", NotificationChannel.Daily), (told.Title, told.Message, told.ActionUrl, told.Kind, told.MailChannel));
        Assert.Empty(await Told(stranger, "Zebranie w czwartek"));
    }

    [Fact]
    public async Task Each_is_told_in_their_language_and_as_they_chose()
    {
        var (english, silent, eager) = (await app.Member("Emma"), await app.Member("Staszek"), await app.Member("Pola"));
        await app.Db(db => db.Users.Where(u => u.Id == english.Id).ExecuteUpdateAsync(u => u.SetProperty(x => x.Language, "en")));
        await app.Choose(silent, TellOfNews.Published, NotificationChannel.None);
        await app.Choose(eager, TellOfNews.Published, NotificationChannel.MailNow);

        await Write("Każdy po swojemu", "Treść.");

        Assert.Equal("News: Każdy po swojemu", Assert.Single(await Told(english, "Każdy po swojemu")).Title);
        Assert.Empty(await Told(silent, "Każdy po swojemu"));
        Assert.Equal(NotificationChannel.MailNow, Assert.Single(await Told(eager, "Każdy po swojemu")).MailChannel);
    }

    [Fact]
    public async Task Changed_withdrawn_and_published_again_they_are_told_once()
    {
        var anna = await app.Member("Anna");
        var office = await Office();
        await Write("Raz i dosyć", "Treść.");
        var address = $"/biuro/aktualnosci/{(await Post("Raz i dosyć")).Id}";

        await office.Fill(address, "Opublikuj", new() { ["Form.Content"] = "Poprawiona treść." });
        await office.Press(address, "Wycofaj ze strony");
        await office.Press(address, "Opublikuj");
        var late = await app.Member("Nowy");
        await Job();

        Assert.Single(await Told(anna, "Raz i dosyć"));
        Assert.Empty(await Told(late, "Raz i dosyć"));
        Assert.Contains("Członkowie dostali powiadomienie", (await (await office.GetAsync(address)).Page()).QuerySelector("main form.form")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_tick_and_as_a_draft_nobody_is_told()
    {
        var anna = await app.Member("Anna");
        var office = await Office();
        Assert.True((await (await office.GetAsync("/biuro/aktualnosci/nowa")).Page()).QuerySelector("input[name='Form.TellsMembers']")!.HasAttribute("checked"));
        await office.Fill("/biuro/aktualnosci/nowa", "Opublikuj", new(Text("Po cichu", "Treść.")) { ["Form.TellsMembers"] = "false" });
        await office.Fill("/biuro/aktualnosci/nowa", "Zapisz jako szkic", Text("Jeszcze szkic", "Treść."));
        await Job();

        Assert.Empty(await Told(anna, "Po cichu"));
        Assert.Empty(await Told(anna, "Jeszcze szkic"));

        await office.Press($"/biuro/aktualnosci/{(await Post("Jeszcze szkic")).Id}", "Opublikuj");

        Assert.Single(await Told(anna, "Jeszcze szkic"));
    }

    [Fact]
    public async Task What_waits_for_its_hour_is_told_at_its_hour_by_one_of_two_instances()
    {
        var anna = await app.Member("Anna");
        await (await Office()).Fill("/biuro/aktualnosci/nowa", "Opublikuj", new(Text("O dziewiątej", "Treść.")) { ["Form.Date"] = "2027-03-01", ["Form.Time"] = "9:00" });
        await Job();
        Assert.Empty(await Told(anna, "O dziewiątej"));
        var post = await Post("O dziewiątej");
        await app.Db(db => db.Set<NewsPost>().Where(n => n.Id == post.Id).ExecuteUpdateAsync(n => n.SetProperty(x => x.PublishedAt, app.Clock.GetUtcNow().UtcDateTime)));
        await using var second = await app.Changed(_ => { });

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => Retried(i % 2 == 0 ? app.Services : second.Services))));
        await Job();

        Assert.Single(await Told(anna, "O dziewiątej"));
        Assert.NotNull((await Post("O dziewiątej")).ToldAt);
    }

    [Fact]
    public void The_clock_knows_the_job() => Assert.NotNull(Schedule.Find("news"));

    /// <summary>On SQLite writers take turns, and the job would come again in a minute.</summary>
    private static async Task Retried(IServiceProvider services)
    {
        for (var again = 0; ; again++)
        {
            try
            {
                await services.Use<TellOfNews, int>(job => job.Run(CancellationToken.None));
                return;
            }
            catch (Exception busy) when (Norda.Data.DatabaseAway.IsAway(busy) && again < 20)
            {
                await Task.Delay(50);
            }
        }
    }

    private Task<int> Job() => app.Run<TellOfNews, int>(job => job.Run(CancellationToken.None));

    private async Task Write(string title, string content) => await (await Office()).Fill("/biuro/aktualnosci/nowa", "Opublikuj", Text(title, content));

    private static Dictionary<string, string> Text(string title, string content) => new() { ["Form.Title"] = title, ["Form.Content"] = content, ["Form.Date"] = "", ["Form.Time"] = "" };

    private async Task<List<UserNotification>> Told(User person, string title) => [.. (await app.Told(person)).Where(n => n.Title.EndsWith(title, StringComparison.Ordinal))];

    private async Task<HttpClient> Office() => await app.As(await app.Person("Celina", staff: Role.Office));

    private Task<NewsPost> Post(string title) => app.Db(db => db.Set<NewsPost>().AsNoTracking().SingleAsync(n => n.Title == title));
}
