using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Norda.Features.Accounts;
using Norda.Features.Forum;
using Norda.Features.Notifications;
using Norda.Platform.Access;

namespace Norda.Tests.Forum;

/// <summary>People of the forum and what they say, through the pages.</summary>
internal static class Talking
{
    public static async Task<(User Person, HttpClient Browser)> Member(this TestApp app, string name)
    {
        var person = await app.Person(name, await app.Firm($"Firma {Guid.NewGuid():N}"[..20]));
        return (person, await app.As(person));
    }

    public static async Task<HttpClient> Moderator(this TestApp app) => await app.As(await app.Person("Celina Moderatorka", staff: Role.Moderator));

    public static Task<ForumCategory> Shelf(this TestApp app, string? name = null) => app.Db(async db =>
    {
        if (name is null && await db.Set<ForumCategory>().OrderBy(c => c.Id).FirstOrDefaultAsync() is { } there)
            return there;
        var shelf = new ForumCategory { Name = name ?? "Pytania", Slug = Norda.Platform.Slug.From(name ?? "Pytania") };
        db.Add(shelf);
        await db.SaveChangesAsync();
        return shelf;
    });

    /// <summary>Opens a topic and gives its row.</summary>
    public static async Task<ForumTopic> Open(this TestApp app, HttpClient browser, string title, string content = "Treść tematu.")
    {
        var answer = await browser.Fill("/forum/nowy", "Opublikuj temat", new() { ["Form.Title"] = title, ["Form.Content"] = content, ["Form.CategoryId"] = $"{(await app.Shelf()).Id}" });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return await app.Topic(title);
    }

    public static Task<ForumTopic> Topic(this TestApp app, string title) => app.Db(db => db.Set<ForumTopic>().AsNoTracking().SingleAsync(t => t.Title == title));

    public static string Url(this ForumTopic topic) => $"/forum/temat/{topic.Id}/{topic.Slug}";

    public static async Task<ForumReply> Reply(this TestApp app, HttpClient browser, ForumTopic topic, string content)
    {
        var answer = await browser.Fill(topic.Url(), "Wyślij odpowiedź", new() { ["Form.Content"] = content });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return await app.Db(db => db.Set<ForumReply>().AsNoTracking().Where(r => r.TopicId == topic.Id).OrderByDescending(r => r.Id).FirstAsync());
    }

    public static async Task<IDocument> Visit(this HttpClient browser, string address) => await (await browser.GetAsync(address)).Page();

    public static async Task<IReadOnlyList<string>> Titles(this HttpClient browser, string address) => [.. (await browser.Visit(address)).QuerySelectorAll(".topics h2").Select(h => h.TextContent.Trim())];

    public static Task<List<UserNotification>> Notices(this TestApp app, User person) => app.Db(db => db.Set<UserNotification>().AsNoTracking().Where(n => n.UserId == person.Id).OrderBy(n => n.Id).ToListAsync());
}
