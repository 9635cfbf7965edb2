using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Platform.Access;

namespace Norda.Features.Forum.Reading;

/// <summary>A topic as its page shows it to one reader.</summary>
public sealed record TopicView(
    int Id, string Slug, string Title, string Content, int AuthorId, string Author, string? Firm, string? FirmSlug, string Category, string CategorySlug, int CategoryId, DateTime CreatedAt, DateTime? UpdatedAt,
    bool IsPinned, bool IsLocked, int? SolvedReplyId, DateTime? HiddenAt, string? HiddenReason, int Views, int Replies, int Version, ForumVisit? Visit, bool? IsMuted, bool HasWritten, DateTime? DraftAt, string? Draft)
{
    /// <summary>Told of replies: who wrote here and did not mute it, or who asked for it.</summary>
    public bool IsFollowed => IsMuted is { } muted ? !muted : HasWritten;

    public PostView Post => new(Id, PostKind.Topic, Content, AuthorId, Author, Firm, FirmSlug, CreatedAt, UpdatedAt, HiddenAt, HiddenReason);
}

/// <summary>Somebody's words on the page.</summary>
public sealed record PostView(int Id, PostKind Kind, string Content, int AuthorId, string Author, string? Firm, string? FirmSlug, DateTime CreatedAt, DateTime? UpdatedAt, DateTime? HiddenAt, string? HiddenReason)
{
    public bool MayEdit(Me me, DateTime now) => AuthorId == me.Id && HiddenAt is null && now - CreatedAt <= ForumPost.EditWindow;

    public bool MayRead(Me me) => HiddenAt is null || AuthorId == me.Id || me.Moderates();
}

public static class TopicViews
{
    extension(AppDb db)
    {
        public Task<TopicView?> FindTopic(int id, Me me, CancellationToken cancel)
        {
            var reader = me.Id;
            return db.Set<ForumTopic>().AsNoTracking().VisibleTo(me).Where(t => t.Id == id).Select(t => new TopicView(
                t.Id, t.Slug, t.Title, t.Content, t.AuthorId, t.Author.Name,
                t.Author.Companies.Where(c => c.Status == CompanyUserStatus.Approved && c.CompanyId == t.Author.CompanyId).Select(c => c.Company.Name).FirstOrDefault(),
                t.Author.Companies.Where(c => c.Status == CompanyUserStatus.Approved && c.CompanyId == t.Author.CompanyId).Select(c => c.Company.Slug).FirstOrDefault(),
                t.Category.Name, t.Category.Slug, t.CategoryId, t.CreatedAt, t.UpdatedAt, t.IsPinned, t.IsLocked, t.SolvedReplyId, t.HiddenAt, t.HiddenReason, t.ViewsCount, t.RepliesCount, t.Version,
                db.Set<ForumVisit>().FirstOrDefault(v => v.TopicId == t.Id && v.UserId == reader),
                db.Set<ForumFollow>().Where(f => f.TopicId == t.Id && f.UserId == reader).Select(f => (bool?)f.IsMuted).FirstOrDefault(),
                t.AuthorId == reader || t.Replies.Any(r => r.AuthorId == reader),
                db.Set<ForumDraft>().Where(d => d.TopicId == t.Id && d.UserId == reader).Select(d => (DateTime?)d.SavedAt).FirstOrDefault(),
                db.Set<ForumDraft>().Where(d => d.TopicId == t.Id && d.UserId == reader).Select(d => d.Content).FirstOrDefault())).SingleOrDefaultAsync(cancel);
        }
    }

    public static IQueryable<PostView> Views(this IQueryable<ForumReply> replies) => replies.AsNoTracking().Select(r => new PostView(
        r.Id, PostKind.Reply, r.Content, r.AuthorId, r.Author.Name,
        r.Author.Companies.Where(c => c.Status == CompanyUserStatus.Approved && c.CompanyId == r.Author.CompanyId).Select(c => c.Company.Name).FirstOrDefault(),
        r.Author.Companies.Where(c => c.Status == CompanyUserStatus.Approved && c.CompanyId == r.Author.CompanyId).Select(c => c.Company.Slug).FirstOrDefault(),
        r.CreatedAt, r.UpdatedAt, r.HiddenAt, r.HiddenReason));
}
