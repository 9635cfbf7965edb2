using System.Globalization;

namespace Norda.Features.Membership;

/// <summary>Days as people type them.</summary>
public static class MembershipTexts
{
    /// <summary>"20.11.2026", "20-11-2026" or "2026-11-20".</summary>
    public static DateOnly? ReadDay(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), ["d.M.yyyy", "yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
