using Norda.Platform.Contributions;

namespace Norda.Features.Recommendations;

public static class RecommendationNotices
{
    public static readonly NotificationKind Decided = new("recommendation-decided", "Decyzje o moich poleceniach", "system", NotificationChannel.InApp) { HasOwnLetter = true };
    public static readonly NotificationKind Received = new("recommendation-received", "Polecenia mojej firmy", "news", NotificationChannel.Daily);
}
