using System.Net;
using Norda.Features.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Norda.Features.Notifications.Stream;

namespace Norda.Tests.Messages;

/// <summary>The number in the top bar, and the word that open pages hear.</summary>
public sealed class UnreadTests(TestApp app) : IClassFixture<TestApp>
{
    private const int Actions = 500;

    [Fact]
    public async Task After_500_random_actions_the_number_is_what_a_recount_gives()
    {
        var firm = await app.Firm("Licząca");
        var people = new List<User> { await app.Member("Anna"), await app.Member("Bartek"), await app.Owner("Celina", firm), await app.Owner("Darek", firm) };
        var browsers = await Task.WhenAll(people.Select(person => app.As(person)));
        var forms = await Task.WhenAll(browsers.Select(async b => await (await b.GetAsync("/konto")).Page()));
        var (model, random) = (new Recount(), new Random(20261122));
        for (var action = 0; action < Actions; action++)
        {
            var who = random.Next(people.Count);
            var mine = model.Threads.Where(t => t.Sees(who)).ToList();
            switch (random.Next(10))
            {
                case 0 when model.Threads.Count < 12:
                    var other = (who + 1 + random.Next(people.Count - 1)) % people.Count;
                    model.Threads.Add(new Talk(await Start(who, $"person = {people[other].Id}", people[other].Id, null), who, other));
                    break;
                case 1 when who < 2 && model.Threads.Count < 12:
                    model.Threads.Add(new Talk(await Start(who, "firm", null, firm.Slug), who, null));
                    break;
                case 2 or 3 or 4 when mine.Count > 0:
                    var read = mine[random.Next(mine.Count)];
                    await browsers[who].GetAsync($"/wiadomosci/{read.Id}");
                    read.Read(who);
                    break;
                case 5 when mine.Count > 0:
                    var put = mine[random.Next(mine.Count)];
                    await Post(who, put.Id, "Archive", ("away", random.Next(2) == 0 ? "true" : "false"));
                    break;
                case 6 when mine.Count > 0:
                    var gone = mine[random.Next(mine.Count)];
                    await Post(who, gone.Id, "Delete");
                    gone.Read(who);
                    break;
                case > 6 when mine.Count > 0:
                    var talk = mine[random.Next(mine.Count)];
                    await Json(who, new { thread = talk.Id, content = $"Działanie {action}" });
                    talk.Said(who);
                    break;
            }

            if (action % 10 == 9)
                Assert.Equal(Enumerable.Range(0, people.Count).Select(i => Math.Min(100, model.Unread(i))), await Task.WhenAll(browsers.Select(b => b.Unread())));
        }

        Assert.True(model.Threads.Sum(t => t.Count) > 50);

        async Task<int> Start(int who, string subject, int? person, string? company)
        {
            var answer = await Json(who, new { person, company, subject, content = "Pierwsza" });
            return System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("thread").GetInt32();
        }

        async Task<HttpResponseMessage> Json(int who, object message)
        {
            var answer = await browsers[who].PostAsync("/api/v1/messages", System.Net.Http.Json.JsonContent.Create(message));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return answer;
        }

        async Task Post(int who, int thread, string handler, params (string Name, string Value)[] fields)
        {
            var token = forms[who].QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            var answer = await browsers[who].PostAsync($"/wiadomosci/{thread}?handler={handler}", new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_open_page_hears_of_a_message_and_its_writer_of_the_receipt()
    {
        var (anna, bartek) = (await app.Member("Anna"), await app.Member("Bartek"));
        var (a, b) = (await app.As(anna), await app.As(bartek));
        var feed = app.Services.GetRequiredService<LiveFeed>();
        var page = feed.Open(bartek.Id, app.Clock.GetUtcNow().AddDays(1));
        var thread = await a.Write($"/wiadomosci/do/{bartek.Id}", "Na żywo");
        Assert.Contains("messages", Heard(page));

        var writers = feed.Open(anna.Id, app.Clock.GetUtcNow().AddDays(1));
        await b.Read(thread);
        Assert.Contains("messages", Heard(writers));
        await b.Read(thread);
        Assert.Empty(Heard(writers));
        feed.Close(page);
        feed.Close(writers);
    }

    private static List<string> Heard(LivePage page)
    {
        var words = new List<string>();
        while (page.Words.Reader.TryRead(out var word))
            words.Add(word);
        return words;
    }

    /// <summary>The people's own count: who wrote what, and who has seen how much of it. People 2 and 3 keep the firm.</summary>
    private sealed class Recount
    {
        public List<Talk> Threads { get; } = [];

        public int Unread(int who) => Threads.Where(t => t.Sees(who)).Sum(t => t.Unread(who));
    }

    private sealed class Talk(int id, int starter, int? other)
    {
        private readonly List<int> writers = [starter];
        private readonly Dictionary<int, int> seen = [];

        public int Id => id;

        public int Count => writers.Count;

        public bool Sees(int who) => who == starter || (other is { } person ? who == person : who >= 2);

        public void Read(int who) => seen[who] = writers.Count;

        public void Said(int who) => writers.Add(who);

        /// <summary>What the firm says is no news to its other keeper.</summary>
        public int Unread(int who) => writers.Skip(seen.GetValueOrDefault(who)).Count(w => other is null && who >= 2 ? w == starter : w != who);
    }
}
