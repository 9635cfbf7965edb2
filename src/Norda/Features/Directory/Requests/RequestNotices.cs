using Norda.Platform.Access;
using Norda.Platform.Contributions;

namespace Norda.Features.Directory.Requests;

public static class RequestNotices
{
    public static readonly NotificationKind ProfileRequest = new("profile-request", "Dane, które odsyłają firmy", "system", NotificationChannel.InApp) { Requires = (Resource.ProfileRequest, Act.Change) };
}
