using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Papers;

/// <summary>What the office is told about papers.</summary>
public static class PaperNotices
{
    public static readonly NotificationKind RunDone = new("paper-run", "Koniec wysyłania pism", "system", NotificationChannel.InApp) { Requires = (Resource.Fee, Act.Change) };
}
