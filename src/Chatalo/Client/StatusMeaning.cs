namespace Chatalo.Client;

/// <summary>
/// What an HTTP status says about the request it answers: whether somebody refused the request, or whether the gateway may have taken it.
/// </summary>
/// <remarks>
/// Sources: RFC 9110 (registry of status codes), RFC 8470 (425), nginx (494 to 497, 499), AWS load balancers (460, 463), Cloudflare (520 to 530).
/// Only a status whose definition says that the request was not carried out counts as a refusal. Every other status, also one that nobody has
/// registered, leaves the outcome of a send open.
/// </remarks>
internal static class StatusMeaning
{
    /// <summary>Whether the request was surely not carried out.</summary>
    public static bool IsRefusal(int status) => status switch
    {
        // The web server or the application's router sends the client elsewhere. 303 is left out: it says where the result of the request is.
        301 or 302 or 307 or 308 => true,
        // Refused by what stands in it: fields, keys, address, method, size, rate. 407 is the proxy's, 425 "not taken yet", 419 Laravel's session check.
        >= 400 and <= 407 => true,
        >= 409 and <= 417 => true,
        419 or (>= 421 and <= 426) or 428 or 429 or 431 or 451 => true,
        // A web server that does not accept the request's headers or the client's TLS; 463 is a load balancer's for the same.
        463 or (>= 494 and <= 497) => true,
        // 408, 460 and 499: a server or a proxy gave up waiting, maybe after it passed the request on. 5xx: it failed, nobody knows how far it got;
        // of those, Cloudflare's 522 and 524 are time-outs of a request that may have arrived.
        _ => false,
    };

    /// <summary>Whether somebody between here and the gateway, or the gateway, gave up waiting.</summary>
    public static bool IsTimeOut(int status) => status is 408 or 460 or 499 or 504 or 522 or 524;

    /// <summary>Whether a request that changes nothing is worth making again.</summary>
    public static bool IsPassing(int status) => status >= 500 || status == 425 || IsTimeOut(status);
}
