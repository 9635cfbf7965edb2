using Norda.Data;
using Norda.Features.Accounts;
using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Messages;

public static class MessageQueries
{
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

    /// <summary>Messages of others that the person has not seen, no more of them than anybody counts.</summary>
    public static IQueryable<int> UnreadMessages(this AppDb db, Me me)
    {
        var (id, firms) = (me.Id, me.AnsweredFirms());
        return (from place in db.Set<ThreadPerson>()
                join message in db.Set<PrivateMessage>() on place.ThreadId equals message.ThreadId
                where place.UserId == id && (!place.IsFirm || (place.Thread.CompanyId != null && firms.Contains(place.Thread.CompanyId.Value)))
                where message.Id > place.LastReadId && message.Id > place.DeletedUpTo && message.SenderId != id && !(place.IsFirm && message.FromFirm)
                select message.Id).Take(TopBarSign.MostCounted);
    }

    /// <summary>Who may be written to: members whose address is proven, and the staff.</summary>
    public static IQueryable<User> WhoReceiveMessages(this AppDb db) =>
        db.Users.Where(u => u.IsActive && u.EmailConfirmed && u.ErasedAt == null && (u.Companies.Any(c => c.Status == CompanyUserStatus.Approved) || u.Roles.Count > 0));

    /// <summary>Who answers for a firm.</summary>
    public static IQueryable<User> WhoAnswerFor(this AppDb db, int? companyId) =>
        db.Users.Where(u => u.IsActive && u.Companies.Any(c => c.CompanyId == companyId && c.Status == CompanyUserStatus.Approved && c.Role >= CompanyRole.Editor));
}
