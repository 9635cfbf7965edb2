using Microsoft.EntityFrameworkCore;
using Norda.Data;
using Norda.Features.Accounts;
using Norda.Platform.Access;

namespace Norda.Features.Messages;

public static class MessageQueries
{
    /// <summary>More than this nobody counts: "99+".</summary>
    public const int MostCounted = 100;

    /// <summary>Firms for which the person answers. The office keeps profiles too, but nobody's letters.</summary>
    public static List<int> AnsweredFirms(this Me me) => [.. me.Companies.Where(c => c.Role >= CompanyRole.Editor).Select(c => c.CompanyId)];

    extension(IQueryable<MessageThread> threads)
    {
        /// <summary>One's own, and those of the firms that one answers for.</summary>
        public IQueryable<MessageThread> VisibleTo(Me me)
        {
            var (id, firms) = (me.Id, me.AnsweredFirms());
            return threads.Where(t => t.People.Any(p => p.UserId == id && !p.IsFirm) || (t.CompanyId != null && firms.Contains(t.CompanyId.Value)));
        }
    }

    /// <summary>Messages of others that the person has not seen, counted no further than <see cref="MostCounted"/>.</summary>
    public static Task<int> CountUnreadMessages(this AppDb db, Me me, CancellationToken cancel)
    {
        var (id, firms) = (me.Id, me.AnsweredFirms());
        return (from place in db.Set<ThreadPerson>()
                join message in db.Set<PrivateMessage>() on place.ThreadId equals message.ThreadId
                where place.UserId == id && (!place.IsFirm || (place.Thread.CompanyId != null && firms.Contains(place.Thread.CompanyId.Value)))
                where message.Id > place.LastReadId && message.Id > place.DeletedUpTo && message.SenderId != id && !(place.IsFirm && message.FromFirm)
                select message.Id).Take(MostCounted).CountAsync(cancel);
    }

    /// <summary>Who may be written to: members whose address is proven, and the staff.</summary>
    public static IQueryable<User> WhoReceiveMessages(this AppDb db) =>
        db.Users.Where(u => u.IsActive && u.EmailConfirmed && u.ErasedAt == null && (u.Companies.Any(c => c.Status == CompanyUserStatus.Approved) || u.Roles.Count > 0));

    /// <summary>Who answers for a firm.</summary>
    public static IQueryable<User> WhoAnswerFor(this AppDb db, int? companyId) =>
        db.Users.Where(u => u.IsActive && u.Companies.Any(c => c.CompanyId == companyId && c.Status == CompanyUserStatus.Approved && c.Role >= CompanyRole.Editor));
}
