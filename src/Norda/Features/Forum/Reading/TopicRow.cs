using Microsoft.EntityFrameworkCore;
using Norda.Data;

namespace Norda.Features.Forum.Reading;

/// <summary>A topic in a list, as one reader sees it.</summary>
public sealed record TopicRow(
    int Id, string Slug, string Title, string Category, string CategorySlug, int AuthorId, string Author, DateTime CreatedAt, DateTime LastReplyAt, string? LastAuthor, int Replies, int Views,
    bool IsPinned, bool IsLocked, bool IsSolved, bool IsHidden, bool IsVisited, bool IsFresh, int New)
{
    /// <summary>Something here the reader has not seen.</summary>
    public bool HasNews => New > 0 || IsFresh && !IsVisited;

    public string Address => $"~/forum/temat/{Id}/{Slug}" + (IsVisited && New > 0 ? "?nowe=1" : "");
}

public static class TopicRows
{
    extension(IQueryable<ForumTopic> topics)
    {
        /// <summary>One statement for the page, whatever it shows of each topic.</summary>
        public IQueryable<TopicRow> Rows(AppDb db, int reader, DateTime now)
        {
            var since = now - ForumQueries.FreshFor;
            var visits = db.Set<ForumVisit>().Where(v => v.UserId == reader);
            return topics.AsNoTracking().Select(t => new TopicRow(
                t.Id, t.Slug, t.Title, t.Category.Name, t.Category.Slug, t.AuthorId, t.Author.Name, t.CreatedAt, t.LastReplyAt,
                t.Replies.Where(r => r.HiddenAt == null).OrderByDescending(r => r.Id).Select(r => r.Author.Name).FirstOrDefault(), t.RepliesCount, t.ViewsCount,
                t.IsPinned, t.IsLocked, t.SolvedReplyId != null, t.HiddenAt != null, visits.Any(v => v.TopicId == t.Id), t.AuthorId != reader && t.CreatedAt > since,
                t.Replies.Count(r => r.HiddenAt == null && r.AuthorId != reader && r.Id > (visits.Where(v => v.TopicId == t.Id).Select(v => (int?)v.ReadUpTo).FirstOrDefault() ?? 0))));
        }
    }
}
