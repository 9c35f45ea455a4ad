namespace Chatalo.Emulator;
