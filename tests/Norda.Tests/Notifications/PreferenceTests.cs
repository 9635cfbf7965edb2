using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Accounts;
using Norda.Features.Notifications;
using Norda.Features.Notifications.Mailing;
using Norda.Features.Notifications.Preferences;
using Norda.Features.Notifications.Stop;
using Norda.Platform.Contributions;

namespace Norda.Tests.Notifications;

public sealed class PreferenceTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_is_chosen_is_kept_and_decides_what_comes_next()
    {
        var anna = await app.Person("Anna");
        var browser = await app.As(anna);

        var saved = await browser.Fill("/konto/powiadomienia", "Zapisz ustawienia", new()
        {
            [$"Form.Channels[{Telling.Praise.Name}]"] = "MailNow", ["Form.Channels[invitation-accepted]"] = "None", ["Form.IsQuiet"] = "true", ["Form.From"] = "22", ["Form.Until"] = "6",
        });
        await app.Tell(anna, "pochwała", Telling.Praise);
        await app.Tell(anna, "zaproszenie");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal([("pochwała", (NotificationChannel?)NotificationChannel.MailNow)], (await app.Told(anna)).Select(n => (n.UniqueKey, n.MailChannel)));
        Assert.Equal((22, 6), await app.Db(async db => await db.Set<QuietHours>().SingleAsync(q => q.UserId == anna.Id) is var q ? (q.From, q.Until) : default));
        var page = await (await browser.GetAsync("/konto/powiadomienia")).Page();
        Assert.Equal("MailNow", page.QuerySelector($"#k-{Telling.Praise.Name} option[selected]")!.GetAttribute("value"));
        Assert.Equal("22", page.QuerySelector("#Form_From option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Mail_that_waits_follows_the_new_choice()
    {
        var anna = await app.Person("Anna");
        await app.Tell(anna, "czeka", Telling.Praise);

        await (await app.As(anna)).Fill("/konto/powiadomienia", "Zapisz ustawienia", new() { [$"Form.Channels[{Telling.Praise.Name}]"] = "InApp" });

        Assert.Null(Assert.Single(await app.Told(anna)).MailChannel);
    }

    [Fact]
    public async Task Quiet_hours_that_end_where_they_begin_come_back_with_what_is_wrong()
    {
        var answer = await (await app.As(await app.Person("Anna"))).Fill("/konto/powiadomienia", "Zapisz ustawienia", new() { ["Form.IsQuiet"] = "true", ["Form.From"] = "7", ["Form.Until"] = "7" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Page();
        Assert.Contains("dwie różne godziny", page.QuerySelector("#Form_Until-e")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("7", page.QuerySelector("#Form_From option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_cannot_be_chosen_is_passed_over()
    {
        var anna = await app.Person("Anna");

        await (await app.As(anna)).Fill("/konto/powiadomienia", "Zapisz ustawienia", new() { ["Form.Channels[join-decided]"] = "MailNow", ["Form.Channels[nie-ma]"] = "None" });

        Assert.Empty(await app.Db(db => db.Set<NotificationPreference>().Where(p => p.UserId == anna.Id).ToListAsync()));
    }

    [Fact]
    public async Task The_stop_link_of_a_letter_works_signed_out_and_asks_first()
    {
        var anna = await app.Person("Anna");
        var link = await StopLinkOf(anna);
        var visitor = app.Client();

        var question = await (await visitor.GetAsync(link)).Page();
        Assert.Contains("Polecenia mojej firmy", question.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await Choices(anna));

        var done = await visitor.Press(link, "Nie pisz o tym więcej");

        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Equal(AllDigested, await Choices(anna));
    }

    [Fact]
    public async Task A_mail_program_stops_with_one_post_and_twice_is_as_once()
    {
        var anna = await app.Person("Anna");
        var link = await StopLinkOf(anna);

        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.OK, (await app.Client().PostAsync(link, new FormUrlEncodedContent(new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" }))).StatusCode);

        Assert.Equal(AllDigested, await Choices(anna));
    }

    [Fact]
    public void Of_what_has_a_letter_of_its_own_no_second_one_is_written() =>
        Assert.All(app.Services.GetServices<NotificationKind>().Where(k => k.HasOwnLetter), kind => Assert.Contains(kind.Default, ChooseChannels.For(kind)));

    [Fact]
    public async Task A_link_that_we_did_not_sign_stops_nothing()
    {
        var anna = await app.Person("Anna");
        var link = await StopLinkOf(anna);
        var forged = link[..^3] + (link.EndsWith("AAA", StringComparison.Ordinal) ? "BBB" : "AAA");

        Assert.Equal(HttpStatusCode.Gone, (await app.Client().GetAsync(forged)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await app.Client().PostAsync(forged, null)).StatusCode);
        Assert.Empty(await Choices(anna));
    }

    [Fact]
    public async Task A_letter_about_one_kind_stops_that_kind_alone()
    {
        var anna = await app.Person("Anna");
        await app.Choose(anna, Telling.Praise, NotificationChannel.MailNow);
        await app.Choose(anna, AccountNotices.InvitationAccepted, NotificationChannel.MailNow);
        var secret = app.Services.GetRequiredService<StopLink>().For(anna.Id, NotificationChannel.MailNow, [Telling.Praise.Name]);

        await app.Client().PostAsync($"/powiadomienia/stop/{secret}", null);

        Assert.Equal([(AccountNotices.InvitationAccepted.Name, NotificationChannel.MailNow), (Telling.Praise.Name, NotificationChannel.InApp)], await Choices(anna));
    }

    /// <summary>A digest's link ends whatever would come in a digest.</summary>
    private List<(string, NotificationChannel)> AllDigested =>
        [.. app.Services.GetServices<NotificationKind>().Where(k => k is { HasOwnLetter: false, Default: NotificationChannel.Daily }).Select(k => (k.Name, NotificationChannel.InApp)).OrderBy(k => k.Name, StringComparer.Ordinal)];

    private async Task<string> StopLinkOf(User person)
    {
        await app.Tell(person, "do listu", Telling.Praise);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.Run<MailNotices, int>(verb => verb.Digests(CancellationToken.None));
        return new Uri(Assert.Single(await app.Letters(person)).UnsubscribeUrl!).PathAndQuery;
    }

    private Task<List<(string, NotificationChannel)>> Choices(User person) =>
        app.Db(async db => (await db.Set<NotificationPreference>().Where(p => p.UserId == person.Id).OrderBy(p => p.Kind).ToListAsync()).Select(p => (p.Kind, p.Channel)).ToList());
}
