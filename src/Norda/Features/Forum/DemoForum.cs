using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search.Polish;
using Norda.Features.Directory.Demo;
using Norda.Features.Forum.Writing;
using Norda.Platform;

namespace Norda.Features.Forum;

/// <summary>What the demo chamber's people talk about.</summary>
public class DemoForum(AppDb db, Stemmer stemmer, TimeProvider clock, IHostEnvironment environment, IConfiguration configuration) : IFreshDatabase
{
    private const int FirstReplyAfter = 3;

    public async Task Fill(CancellationToken cancel)
    {
        if (!DemoForNewcomers.IsWanted(environment, configuration) || await db.Set<ForumCategory>().AnyAsync(cancel))
            return;
        var people = await db.Users.ToDictionaryAsync(u => u.Email!.Split('@')[0], u => u.Id, cancel);
        if (people.Count == 0)
            return;
        var shelves = DemoTalk.Shelves.Select((s, i) => new ForumCategory { Name = s.Name, Slug = Slug.From(s.Name), Description = s.Description, SortOrder = i }).ToList();
        db.AddRange(shelves);
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
        var talks = DemoTalk.All.Where(t => people.ContainsKey(t.Author)).Select(t => (Talk: t, Topic: Make(t, shelves[t.Shelf].Id, people))).ToList();
        db.AddRange(talks.Select(t => t.Topic));
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
        foreach (var (talk, topic) in talks.Where(t => t.Talk.Solution is not null))
            topic.SolvedReplyId = topic.Replies[talk.Solution!.Value].Id;
        await db.Unaudited(() => db.SaveChangesAsync(cancel));
    }

    private ForumTopic Make(DemoTalk talk, int shelf, Dictionary<string, int> people)
    {
        var began = clock.GetUtcNow().UtcDateTime - talk.Ago;
        var topic = new ForumTopic
        {
            Title = talk.Title, Slug = StartTopic.SlugOf(talk.Title), CategoryId = shelf, AuthorId = people[talk.Author], Content = talk.Text, CreatedAt = began, LastReplyAt = began, ViewsCount = 9 + talk.Title.Length % 17 + 4 * talk.Replies.Count,
            IsPinned = talk.IsPinned, IsLocked = talk.IsLocked, Terms = stemmer.TermsOf(talk.Title, talk.Text),
        };
        foreach (var (said, i) in talk.Replies.Select((r, i) => (r, i)))
        {
            // The last word was said lately, however long ago the talk began.
            topic.LastReplyAt = began + talk.Ago * ((i + 1.0) / (talk.Replies.Count + FirstReplyAfter));
            topic.Replies.Add(new ForumReply { AuthorId = people[said.Author], Content = said.Text, CreatedAt = topic.LastReplyAt, Terms = stemmer.TermsOf(said.Text) });
        }

        topic.Attachments.AddRange(DemoFiles.Of(talk.Title, topic.AuthorId));
        topic.RepliesCount = topic.Replies.Count;
        return topic;
    }
}
