using System.Linq.Expressions;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Platform.Access;

namespace Norda.Features.Messages.Reading;

/// <summary>A thread as one of its people sees it. Other is the person at the other end; null where that is a firm.</summary>
public sealed record ThreadView(
    int Id, string Subject, string? Firm, string? FirmSlug, bool ForFirm, int? OtherId, string? Other, bool IsSomebodyThere, bool IsBlocked, bool IsArchived, int LastReadId, int DeletedUpTo, IReadOnlyList<int> People)
{
    public string Name => Other ?? Firm ?? "";

    public static Expression<Func<MessageThread, ThreadView>> For(AppDb db, Me me)
    {
        var id = me.Id;
        return t => new ThreadView(
            t.Id, t.Subject, t.Company!.Name, t.Company!.Slug, t.CompanyId != null && t.StartedBy != id,
            t.StartedBy != id ? t.StartedBy : t.CompanyId == null ? t.People.Where(p => p.UserId != id).Select(p => (int?)p.UserId).FirstOrDefault() : null,
            t.StartedBy != id ? t.Starter.Name : t.CompanyId == null ? t.People.Where(p => p.UserId != id).Select(p => p.User.Name).FirstOrDefault() : null,
            t.CompanyId != null && t.StartedBy == id ? db.Set<CompanyUser>().Any(c => c.CompanyId == t.CompanyId && c.Status == CompanyUserStatus.Approved && c.Role >= CompanyRole.Editor && c.User.IsActive)
                : t.People.Any(p => p.UserId != id && (t.CompanyId == null || p.UserId == t.StartedBy) && p.User.IsActive),
            t.People.Any(p => p.UserId != id && db.Set<MessageBlock>().Any(b => b.UserId == id && b.BlockedId == p.UserId)),
            t.People.Any(p => p.UserId == id && p.IsArchived), t.People.Where(p => p.UserId == id).Select(p => p.LastReadId).FirstOrDefault(),
            t.People.Where(p => p.UserId == id).Select(p => p.DeletedUpTo).FirstOrDefault(), t.People.Select(p => p.UserId).ToList());
    }
}

public sealed record MessageView(int Id, int SenderId, string Sender, bool FromFirm, string Content, bool IsRemoved, DateTime At, DateTime? ReadAt, IReadOnlyList<FileView> Files)
{
    public static readonly Expression<Func<PrivateMessage, MessageView>> From = m => new MessageView(
        m.Id, m.SenderId, m.Sender.Name, m.FromFirm, m.Content, m.RemovedAt != null, m.CreatedAt, m.ReadAt, m.Attachments.OrderBy(f => f.Id).Select(f => new FileView(f.Id, f.Name, f.ContentType, f.Size)).ToList());
}

public sealed record FileView(int Id, string Name, string ContentType, int Size)
{
    private const int Kilobyte = 1024;

    public bool IsPicture => ContentType == "image/webp";

    public int Kilobytes => Math.Max(1, Size / Kilobyte);
}
