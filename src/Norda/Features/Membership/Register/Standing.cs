using System.Linq.Expressions;
using Norda.Data;

namespace Norda.Features.Membership.Register;

/// <summary>Where a membership stands on a day. It follows from the facts and is written nowhere.</summary>
public enum MemberStatus { Pending, New, Current, Grace, Suspended, Ended }

/// <summary>What the status is worked out from.</summary>
public class MemberFacts
{
    public DateOnly Since { get; init; }
    public DateOnly? Until { get; init; }
    public MemberKind Kind { get; init; }

    /// <summary>Day by which the oldest fee that is still open was to be paid; null when nothing is late.</summary>
    public DateOnly? OldestDue { get; init; }
}

/// <summary>Days of the chamber's statute. Section Norda:Membership.</summary>
public sealed class StandingOptions
{
    public const string Section = "Norda:Membership";

    /// <summary>So long a member counts as new.</summary>
    public int NewDays { get; set; } = 90;

    /// <summary>Who is late for longer has no voice until it pays.</summary>
    public int SuspendAfterDays { get; set; } = 180;
}

/// <summary>
/// The rules in their order: the first that fits holds. One expression is both the function and the question to the database, so that a
/// list and the figures above it cannot disagree.
/// </summary>
public static class Standing
{
    /// <summary>Those who belong to the chamber, whatever they owe.</summary>
    public static readonly MemberStatus[] Inside = [MemberStatus.New, MemberStatus.Current, MemberStatus.Grace, MemberStatus.Suspended];

    public static Expression<Func<MemberFacts, MemberStatus>> On(DateOnly day, StandingOptions days)
    {
        var (newAfter, suspendedBefore) = (day.AddDays(-days.NewDays), day.AddDays(-days.SuspendAfterDays));
        return m => m.Until != null && m.Until < day ? MemberStatus.Ended
            : m.Since > day || m.Kind == MemberKind.Candidate ? MemberStatus.Pending
            : m.OldestDue != null && m.OldestDue < suspendedBefore ? MemberStatus.Suspended
            : m.OldestDue != null && m.OldestDue < day ? MemberStatus.Grace
            : m.Since > newAfter ? MemberStatus.New
            : MemberStatus.Current;
    }

    public static MemberStatus Of(MemberFacts facts, DateOnly day, StandingOptions days) => On(day, days).Compile()(facts);

    /// <summary>Key of the text.</summary>
    public static string Word(MemberStatus status) => status switch
    {
        MemberStatus.Pending => "oczekuje",
        MemberStatus.New => "nowy",
        MemberStatus.Current => "na bieżąco",
        MemberStatus.Grace => "po terminie",
        MemberStatus.Suspended => "zawieszony",
        _ => "były członek",
    };

    public static string? Colour(MemberStatus status) => status switch
    {
        MemberStatus.New => "brand",
        MemberStatus.Current => "ok",
        MemberStatus.Grace => "warn",
        MemberStatus.Suspended => "bad",
        _ => null,
    };
}

/// <summary>The oldest day by which a firm was to pay what it has not paid.</summary>
public sealed class MemberDebt
{
    public int CompanyId { get; init; }
    public DateOnly Due { get; init; }
}

/// <summary>The fees stand above the membership and tell it here who is late.</summary>
public interface IMemberDebts
{
    /// <summary>One row for each firm that was late on the day.</summary>
    IQueryable<MemberDebt> On(AppDb db, DateOnly day);
}
