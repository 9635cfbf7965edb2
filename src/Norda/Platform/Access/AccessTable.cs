using System.Collections.Frozen;

namespace Norda.Platform.Access;

public enum Resource
{
    Directory, Search, Page, Preference, Asset, Health, Documentation, Kit,
    SignIn, Account, CompanyTeam, CompanyProfile, ProfileRequest, Recommendation, Report, Moderation, Operation,
    Office, Person, StaffRole, Firm, Dictionary, Settings, AuditLog, AuditExport, Duplicate, Privacy, FirstRun,
    Forum, ForumFeed, ForumModeration,
    Notification, MailStop,
    ClassifiedTitle, Classified, Introduction, Benefit, BenefitTotal,
    Event, Rsvp, RsvpLink, CalendarFeed, Attendance,
    Fee, OwnFee, FeeList, MemberCard, OnlinePayment, PaymentNotice,
    Declaration, Member, Resolution, ChamberDocument, ChamberBody,
    Message,
    Start,
    News,
    Newsletter,
}

public enum Act { Read, Create, Change }

/// <summary>
/// Who may do what: the one table that the policies and the tests read. What does not stand here is denied. It says which kinds
/// of people pass the door; whose rows they see behind it is said by the queries (<c>Me.Edits(company)</c>, own rows).
/// </summary>
public static class AccessTable
{
    private static readonly Role[] Anybody = [Role.Visitor];

    public static readonly FrozenDictionary<(Resource Resource, Act Act), Role[]> Rules = new Dictionary<(Resource, Act), Role[]>
    {
        [(Resource.Directory, Act.Read)] = Anybody,
        [(Resource.Search, Act.Read)] = Anybody,
        [(Resource.Page, Act.Read)] = Anybody,
        [(Resource.Preference, Act.Change)] = Anybody,
        [(Resource.Asset, Act.Read)] = Anybody,
        [(Resource.Health, Act.Read)] = Anybody,
        [(Resource.Documentation, Act.Read)] = Anybody,
        [(Resource.Kit, Act.Read)] = Anybody,
        [(Resource.SignIn, Act.Create)] = Anybody,
        [(Resource.FirstRun, Act.Create)] = Anybody, // who holds the code of the server's log, while there is no administrator
        [(Resource.Account, Act.Read)] = [Role.SignedIn],
        [(Resource.Account, Act.Change)] = [Role.SignedIn],
        [(Resource.News, Act.Read)] = Anybody,
        [(Resource.News, Act.Change)] = [Role.Office, Role.Admin],
        [(Resource.Newsletter, Act.Change)] = [Role.Office, Role.Admin],
        [(Resource.Start, Act.Read)] = [Role.SignedIn],
        [(Resource.CompanyTeam, Act.Change)] = [Role.Manager],
        [(Resource.CompanyProfile, Act.Change)] = [Role.Manager, Role.Office, Role.Admin],
        [(Resource.ProfileRequest, Act.Create)] = Anybody, // who holds the link
        [(Resource.ProfileRequest, Act.Change)] = [Role.Office, Role.Admin],
        [(Resource.Report, Act.Create)] = Anybody,
        [(Resource.Office, Act.Read)] = [Role.Moderator, Role.Treasurer, Role.Auditor, Role.Office, Role.Admin],
        [(Resource.Person, Act.Change)] = [Role.Office, Role.Admin],
        [(Resource.StaffRole, Act.Change)] = [Role.Admin],
        [(Resource.Firm, Act.Read)] = [Role.Office, Role.Admin],
        [(Resource.Firm, Act.Change)] = [Role.Office, Role.Admin],
        [(Resource.Dictionary, Act.Change)] = [Role.Office, Role.Admin],
        [(Resource.Settings, Act.Change)] = [Role.Admin],
        [(Resource.AuditLog, Act.Read)] = [Role.Auditor, Role.Office, Role.Admin],
        [(Resource.AuditLog, Act.Change)] = [Role.Office, Role.Admin], // taking a change back
        [(Resource.AuditExport, Act.Read)] = [Role.Auditor, Role.Admin],
        [(Resource.Notification, Act.Read)] = [Role.SignedIn],
        [(Resource.Notification, Act.Change)] = [Role.SignedIn],
        [(Resource.MailStop, Act.Change)] = Anybody, // who holds the link
        [(Resource.Moderation, Act.Change)] = [Role.Moderator, Role.Office, Role.Admin],
        [(Resource.Duplicate, Act.Change)] = [Role.Office, Role.Admin],
        [(Resource.Privacy, Act.Change)] = [Role.Office, Role.Admin],
        [(Resource.Operation, Act.Change)] = [Role.Office, Role.Admin],
        [(Resource.Fee, Act.Read)] = [Role.Treasurer, Role.Auditor, Role.Office, Role.Admin],
        [(Resource.Fee, Act.Change)] = [Role.Treasurer, Role.Office, Role.Admin],
        [(Resource.OwnFee, Act.Read)] = [Role.Manager],
        [(Resource.FeeList, Act.Read)] = [Role.Manager, Role.Treasurer, Role.Auditor, Role.Office, Role.Admin], // whose rows: in the query
        [(Resource.OnlinePayment, Act.Create)] = [Role.Manager],
        [(Resource.PaymentNotice, Act.Create)] = Anybody, // who signs like the operator
        [(Resource.Declaration, Act.Create)] = Anybody, // and its page, for who holds the link
        [(Resource.Declaration, Act.Read)] = [Role.Office, Role.Admin],
        [(Resource.Declaration, Act.Change)] = [Role.Office, Role.Admin],
        [(Resource.Member, Act.Read)] = [Role.Treasurer, Role.Auditor, Role.Office, Role.Admin],
        [(Resource.Member, Act.Change)] = [Role.Office, Role.Admin],
        [(Resource.Resolution, Act.Read)] = [Role.Treasurer, Role.Auditor, Role.Office, Role.Admin],
        [(Resource.Resolution, Act.Change)] = [Role.Office, Role.Admin],
        [(Resource.ChamberDocument, Act.Read)] = Anybody, // which ones: in the query
        [(Resource.ChamberDocument, Act.Change)] = [Role.Office, Role.Admin],
        [(Resource.ChamberBody, Act.Read)] = Anybody,
        [(Resource.ChamberBody, Act.Change)] = [Role.Office, Role.Admin],
        [(Resource.MemberCard, Act.Read)] = Anybody, // who holds the card
        [(Resource.Recommendation, Act.Create)] = [Role.Member],
        [(Resource.Recommendation, Act.Change)] = [Role.Member],
        [(Resource.Forum, Act.Read)] = [Role.Member],
        [(Resource.Forum, Act.Create)] = [Role.Member],
        [(Resource.Forum, Act.Change)] = [Role.Member], // one's own, within the hour
        [(Resource.ForumFeed, Act.Read)] = Anybody, // who holds the address
        [(Resource.ForumModeration, Act.Change)] = [Role.Moderator, Role.Office, Role.Admin],
        [(Resource.Message, Act.Read)] = [Role.SignedIn], // of one's own threads, also once one is no member any more
        [(Resource.Message, Act.Create)] = [Role.Member],
        [(Resource.ClassifiedTitle, Act.Read)] = Anybody,
        [(Resource.Classified, Act.Read)] = [Role.Member],
        [(Resource.Classified, Act.Create)] = [Role.Member],
        [(Resource.Classified, Act.Change)] = [Role.Member],
        [(Resource.Introduction, Act.Create)] = [Role.Member],
        [(Resource.Introduction, Act.Change)] = [Role.Manager], // answering for the firm that was asked
        [(Resource.Benefit, Act.Read)] = [Role.Manager], // of the own firm alone: the office reads totals
        [(Resource.Benefit, Act.Create)] = [Role.Manager],
        [(Resource.BenefitTotal, Act.Read)] = [Role.Office, Role.Admin],
        [(Resource.Event, Act.Read)] = Anybody, // public ones; the rest is for members
        [(Resource.Event, Act.Create)] = [Role.Moderator, Role.Office, Role.Admin],
        [(Resource.Event, Act.Change)] = [Role.Moderator, Role.Office, Role.Admin],
        [(Resource.Rsvp, Act.Create)] = [Role.Member],
        [(Resource.Rsvp, Act.Read)] = [Role.Member], // one's own ticket
        [(Resource.RsvpLink, Act.Change)] = Anybody, // who holds the letter
        [(Resource.CalendarFeed, Act.Read)] = Anybody, // who knows the address
        [(Resource.CalendarFeed, Act.Change)] = [Role.Member],
        [(Resource.Attendance, Act.Read)] = [Role.Moderator, Role.Office, Role.Admin], // of one's own events; the office of all
        [(Resource.Attendance, Act.Change)] = [Role.Moderator, Role.Office, Role.Admin],
    }.ToFrozenDictionary();

    public static bool Allows(Me me, Resource resource, Act act) => Rules.TryGetValue((resource, act), out var roles) && roles.Any(me.Is);
}
