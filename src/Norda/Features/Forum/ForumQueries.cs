using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Data.Search;
using Norda.Data.Search.Polish;
using Norda.Features.Accounts;
using Norda.Platform.Access;

namespace Norda.Features.Forum;

/// <summary>Who sees what of the forum, and where it stands.</summary>
public static class ForumQueries
{
    /// <summary>A new topic is news for so long to who never opened it.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromDays(30);

    private const int MostWords = 8;

    public static bool Moderates(this Me me) => AccessTable.Allows(me, Resource.ForumModeration, Act.Change);

    public static string Word(this PostKind kind) => kind == PostKind.Topic ? "temat" : "odpowiedz";

    public static PostKind? KindOf(string word) => word switch { "temat" => PostKind.Topic, "odpowiedz" => PostKind.Reply, _ => null };

    /// <summary>Local address of a topic, or of one reply in it.</summary>
    public static string Address(int topicId, string slug, int? reply = null) => reply is { } number ? $"/forum/temat/{topicId}/{slug}?odpowiedz={number}#p{number}" : $"/forum/temat/{topicId}/{slug}";

    public static async Task<ForumPost?> FindPost(this AppDb db, PostKind kind, int id, CancellationToken cancel) => kind == PostKind.Topic
        ? await db.Set<ForumTopic>().SingleOrDefaultAsync(t => t.Id == id, cancel)
        : await db.Set<ForumReply>().Include(r => r.Topic).SingleOrDefaultAsync(r => r.Id == id, cancel);

    /// <summary>Counts the visible replies anew, and finds the newest.</summary>
    public static Task Recount(this AppDb db, int topicId, CancellationToken cancel) => db.Set<ForumTopic>().Where(t => t.Id == topicId).ExecuteUpdateAsync(t => t
        .SetProperty(x => x.RepliesCount, x => db.Set<ForumReply>().Count(r => r.TopicId == x.Id && r.HiddenAt == null))
        .SetProperty(x => x.LastReplyAt, x => db.Set<ForumReply>().Where(r => r.TopicId == x.Id && r.HiddenAt == null).Max(r => (DateTime?)r.CreatedAt) ?? x.CreatedAt), cancel);

    extension(IQueryable<ForumTopic> topics)
    {
        /// <summary>What a moderator hid, its author and moderators still see.</summary>
        public IQueryable<ForumTopic> VisibleTo(Me me)
        {
            var (id, all) = (me.Id, me.Moderates());
            return topics.Where(t => all || t.HiddenAt == null || t.AuthorId == id);
        }

        public IQueryable<ForumTopic> NewTo(AppDb db, int reader, DateTime now)
        {
            var since = now - FreshFor;
            return topics.Where(t => t.Replies.Any(r => r.HiddenAt == null && r.AuthorId != reader && r.Id > db.Set<ForumVisit>().Where(v => v.TopicId == t.Id && v.UserId == reader).Select(v => (int?)v.ReadUpTo).FirstOrDefault())
                || t.AuthorId != reader && t.CreatedAt > since && !db.Set<ForumVisit>().Any(v => v.TopicId == t.Id && v.UserId == reader));
        }

        /// <summary>Topics in which all words of the question occur, in any form, in the topic or in its replies.</summary>
        public IQueryable<ForumTopic> Saying(string question, Stemmer stemmer)
        {
            var found = topics;
            foreach (var word in Words.Of(question).Select(w => w.Folded).Where(w => !Words.IsStopword(w)).Distinct(StringComparer.Ordinal).Take(MostWords))
            {
                var roots = stemmer.Roots(word).Select(root => $" {root} ").ToList();
                found = found.Where(t => roots.Any(r => t.Terms.Contains(r)) || t.Replies.Any(x => x.HiddenAt == null && roots.Any(r => x.Terms.Contains(r))));
            }

            return found;
        }
    }

    /// <summary>Those who may read the forum.</summary>
    public static IQueryable<User> Readers(this IQueryable<User> people) => people.Where(u => u.IsActive && u.EmailConfirmed && (u.Roles.Count > 0 || u.Companies.Any(c => c.Status == CompanyUserStatus.Approved)));

    /// <summary>Roots of the words of a text, each once, between spaces.</summary>
    public static string TermsOf(this Stemmer stemmer, params IEnumerable<string> texts) =>
        $" {string.Join(' ', texts.SelectMany(t => Words.Of(t)).Where(w => !Words.IsStopword(w.Folded)).SelectMany(w => stemmer.Roots(w.Folded)).Distinct(StringComparer.Ordinal))} ";
}
