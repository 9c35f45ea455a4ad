#if NET8_0_OR_GREATER
using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;

namespace Chatalo.Campaigns.Stores;

/// <summary>What PostgreSQL's SQLSTATEs, and connections that cannot be made, mean for a store (https://www.postgresql.org/docs/current/errcodes-appendix.html).</summary>
internal static class PostgresFaults
{
    private const string Wait = $"Wait until the server takes connections and changes again, {StoreRemedy.ThenGoOn}";

    // The longest beginning that fits decides. What is null is said in the server's own words.
    private static readonly Dictionary<string, (string? What, string Remedy, bool MayPass)> States = new(StringComparer.Ordinal)
    {
        ["08"] = (null, $"Look at the connection to the server, {StoreRemedy.ThenGoOn}", true),
        ["0A"] = (null, "The store needs PostgreSQL 10 or later: use a newer server.", false),
        ["22"] = (null, StoreRemedy.Report, false),
        ["23"] = (null, StoreRemedy.Report, false),
        ["25006"] = ("the server takes no changes: it is a standby, or read-only", $"Wait until it takes changes, or name the primary server in the store's address, {StoreRemedy.ThenGoOn}", true),
        ["26000"] = ("statements do not stay prepared, as behind a connection pooler", $"Add 'Max Auto Prepare=0' to the store's address, or go around the pooler, {StoreRemedy.ThenGoOn}", false),
        ["42P05"] = ("statements do not stay prepared, as behind a connection pooler", $"Add 'Max Auto Prepare=0' to the store's address, or go around the pooler, {StoreRemedy.ThenGoOn}", false),
        ["28"] = (null, $"Correct Username and Password in the store's address, or let the account log in from this machine (pg_hba.conf), {StoreRemedy.ThenGoOn}", false),
        ["3D000"] = (null, $"Correct Database in the store's address, or make the database with CREATE DATABASE, {StoreRemedy.ThenGoOn}", false),
        ["3F000"] = (null, $"Make the schema, or correct 'Search Path' in the store's address, {StoreRemedy.ThenGoOn}", false),
        ["40"] = (null, $"Other workers were in the way: wait, {StoreRemedy.ThenGoOn}", true),
        ["42501"] = (null, $"Let the account use and make tables: make it the owner of the database, or GRANT CREATE, USAGE ON SCHEMA public to it and the rights on the tables chatalo_…, {StoreRemedy.ThenGoOn}", false),
        ["42P01"] = ("a table of the store is gone", StoreRemedy.Restore, false),
        ["42703"] = ("a column of the store is gone", StoreRemedy.Restore, false),
        ["42601"] = (null, "The store needs PostgreSQL 10 or later: look at the server's version.", false),
        ["42"] = (null, StoreRemedy.Report, false),
        ["53100"] = ("the server's disk is full", $"Free space on the server, {StoreRemedy.ThenGoOn}", true),
        ["53200"] = ("the server has no memory left", $"Look at the server's memory, {StoreRemedy.ThenGoOn}", true),
        ["53300"] = (null, $"Each worker needs one connection: raise max_connections or the limit of the account, or run fewer workers, {StoreRemedy.ThenGoOn}", true),
        ["53"] = (null, $"Look at the server's resources, {StoreRemedy.ThenGoOn}", true),
        ["54"] = (null, StoreRemedy.Report, false),
        ["55"] = (null, Wait, true),
        ["57014"] = ("the server ended a statement that took too long", $"Raise statement_timeout for the account, or look at what keeps the server busy, {StoreRemedy.ThenGoOn}", true),
        ["57P03"] = (null, Wait, true),
        ["57P04"] = (null, StoreRemedy.Restore, false),
        ["57"] = (null, Wait, true),
        ["58"] = (null, $"Look at the server's log and its disk, {StoreRemedy.ThenGoOn}", true),
        ["XX001"] = (null, StoreRemedy.Restore, false),
        ["XX002"] = (null, "Rebuild the index on the server with REINDEX, " + StoreRemedy.ThenGoOn, false),
        ["XX"] = (null, StoreRemedy.Report, false),
    };

    public static StoreFault Of(NpgsqlException error)
    {
        if (error is PostgresException answer)
        {
            return OfState(answer.SqlState, answer.MessageText);
        }

        var cause = Innermost(error);
        return cause switch
        {
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => new StoreFault(
                $"{cause.Message} (the host in the store's address was not found)", $"Correct Host in the store's address, or look at the network and its name server, {StoreRemedy.ThenGoOn}", MayPass: true),
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } => new StoreFault(
                cause.Message, $"Start the server, or correct Host and Port in the store's address, {StoreRemedy.ThenGoOn}", MayPass: true),
            AuthenticationException => new StoreFault(
                cause.Message, $"The server's certificate is not trusted, or TLS cannot be agreed on: correct the certificate, Host, or 'SSL Mode' and 'Root Certificate' in the store's address, {StoreRemedy.ThenGoOn}"),
            IOException or SocketException or TimeoutException => new StoreFault(
                cause.Message, $"Look whether the server runs and can be reached from this machine, {StoreRemedy.ThenGoOn}", MayPass: true),
            _ when cause.Message.Contains("SSL") => new StoreFault(
                cause.Message, $"Set up TLS on the server, or correct 'SSL Mode' in the store's address, {StoreRemedy.ThenGoOn}"),
            _ when cause.Message.Contains("assword") => new StoreFault(
                cause.Message, $"Give Username and Password in the store's address, {StoreRemedy.ThenGoOn}"),
            _ => new StoreFault(cause.Message, $"Look at the store's address and at the server's log, {StoreRemedy.ThenGoOn}", error.IsTransient),
        };
    }

    /// <summary>What a SQLSTATE means, said in the server's own words where they are clear.</summary>
    public static StoreFault OfState(string state, string message)
    {
        for (var length = state.Length; length >= 2; length--)
        {
            if (States.TryGetValue(state[..length], out var known))
            {
                return new StoreFault(known.What is null ? message : $"{known.What} ({message})", known.Remedy, known.MayPass);
            }
        }

        return new StoreFault($"{message} (SQLSTATE {state})", StoreRemedy.Report);
    }

    private static Exception Innermost(Exception error)
    {
        while (error.InnerException is { } inner)
        {
            error = inner;
        }

        return error;
    }
}
#endif
