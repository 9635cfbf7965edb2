using System.Linq.Expressions;
using Norda.Platform.Access;

namespace Norda.Features.Messages.Reading;

/// <summary>A thread as a line of the list. Firm is the one that was written to; Other is the person at the other end, null where that is the firm.</summary>
public sealed record ThreadLine(int Id, string Subject, string? Firm, string? Other, int? LastSender, string? Last, bool LastIsRemoved, DateTime At, int Unread)
{
    private const int Excerpt = 140;

    public string Name => Other is { } person ? Firm is { } firm ? $"{person} → {firm}" : person : Firm ?? "";

    public static Expression<Func<MessageThread, ThreadLine>> For(Me me)
    {
        var id = me.Id;
        return t => new ThreadLine(
            t.Id, t.Subject, t.Company!.Name,
            t.StartedBy != id ? t.Starter.Name : t.CompanyId == null ? t.People.Where(p => p.UserId != id).Select(p => p.User.Name).FirstOrDefault() : null,
            t.Messages.Where(m => m.Id == t.LastMessageId).Select(m => (int?)m.SenderId).FirstOrDefault(),
            t.Messages.Where(m => m.Id == t.LastMessageId).Select(m => m.Content.Substring(0, Excerpt)).FirstOrDefault(),
            t.Messages.Any(m => m.Id == t.LastMessageId && m.RemovedAt != null),
            t.LastMessageAt,
            t.Messages.Count(m => t.People.Any(p => p.UserId == id && m.Id > p.LastReadId && m.Id > p.DeletedUpTo && m.SenderId != id && !(p.IsFirm && m.FromFirm))));
    }
}
